"""Tables about groups of people that can be shared without telling about one of them."""
