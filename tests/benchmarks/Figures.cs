namespace SecurityTracker.Benchmarks;

/// <summary>
/// Figures of the program beside the least that would do the same: <c>dotnet run -c Release --project tests/benchmarks [store] [http] [tells] [lists] [mails] [forms] [readers] [start]</c>.
/// TEST_DATABASE names the PostgreSQL, as in the tests.
/// </summary>
internal static class Figures
{
    public static async Task Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var wanted = args.Length == 0 ? ["store", "http", "tells", "lists", "mails", "forms", "readers", "start"] : args;
        if (wanted.Contains("store"))
        {
            Console.WriteLine(Figure.Table(await StoreFigures.Measure()));
        }
        if (wanted.Contains("http"))
        {
            Console.WriteLine(await HttpFigures.Measure());
        }
        if (wanted.Contains("tells"))
        {
            Console.WriteLine(Figure.Table(await TellFigures.Measure(), "not there", "another's"));
        }
        if (wanted.Contains("lists"))
        {
            Console.WriteLine(await ListFigures.Measure());
        }
        if (wanted.Contains("mails"))
        {
            Console.WriteLine(await MailFigures.Measure());
        }
        if (wanted.Contains("forms"))
        {
            Console.WriteLine(await FormFigures.Measure());
        }
        if (wanted.Contains("readers"))
        {
            Console.WriteLine(await ReaderFigures.Measure());
        }
        if (wanted.Contains("start"))
        {
            Console.WriteLine(await ColdStart.Measure());
        }
    }
}
