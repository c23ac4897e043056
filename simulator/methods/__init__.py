"""The methods of the Bot API, a file for each kind of them."""
