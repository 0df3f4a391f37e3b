"""How many people wait for the 11:40? Right for ordinary nights, unless the bus is full."""

SEATS = 61


def waiting(shift: int, rain: bool) -> float:
    """People at the stop, when `shift` of them leave the hospital at 11:30."""
    share = 0.31 if rain else 0.24
    return shift * share


def on_board(shift: int, rain: bool, already: int) -> float:
    """People in the bus behind the stop. Nobody sits on anybody."""
    return min(already + waiting(shift, rain), SEATS)


if __name__ == "__main__":
    for shift in (38, 45, 52):
        print(shift, round(waiting(shift, rain=False)), round(on_board(shift, rain=True, already=30)))
