"""Makes every picture, sound, video and document of the sample school from written requests."""
