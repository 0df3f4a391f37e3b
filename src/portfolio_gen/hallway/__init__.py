"""What the hallway needs on its walk: an order, a crew, a memory for digests, and the rounds from room to room."""
