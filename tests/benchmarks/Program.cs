using SecurityTracker.Benchmarks;

// Figures of the program beside the least that would do the same: dotnet run -c Release --project tests/benchmarks
// TEST_DATABASE names the PostgreSQL, as in the tests.
Console.WriteLine(Figure.Table(await StoreFigures.Measure()));
