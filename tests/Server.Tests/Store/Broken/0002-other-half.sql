CREATE TABLE half_done (n integer);
