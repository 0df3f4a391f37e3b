"""Files without what their makers and devices wrote into them: names, places, times, programs.

Nothing is encoded again: what is seen and heard stays as it was, bit for bit.
"""
