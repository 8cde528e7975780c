"""What a person may choose about listening, looks, keys, pedals and speech on this computer."""
