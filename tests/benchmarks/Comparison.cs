using System.Globalization;

namespace SecurityTracker.Benchmarks;

/// <summary>One figure: what the program does, beside the least that would do the same.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Aim">The ratio aimed at.</param>
/// <param name="Operations">How many times a round.</param>
/// <param name="Least">The least, once; it is given the number of the operation.</param>
/// <param name="Ours">The program, once.</param>
internal sealed record Comparison(string Name, double Aim, int Operations, Func<int, Task> Least, Func<int, Task> Ours)
{
    private const int Rounds = 7;
    private const int WarmUp = 8;
    private const int Turns = 20;

    /// <summary>
    /// Rounds in which the two take turns every few operations, so that a busy machine is busy for both; the medians. Before them as
    /// many that do not count as it takes until the runtime has compiled what is used often: a server runs for months.
    /// </summary>
    public async Task<Figure> Measure()
    {
        for (var round = 0; round < WarmUp; round++)
        {
            await Round();
        }
        var rounds = new List<(double Least, double Ours)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await Round());
        }
        return new Figure(
            Name, Aim, Median([.. rounds.Select(r => r.Least)]), Median([.. rounds.Select(r => r.Ours)]), Median([.. rounds.Select(r => r.Least / r.Ours)]));
    }

    /// <summary>Microseconds for one operation of each.</summary>
    private async Task<(double Least, double Ours)> Round()
    {
        GC.Collect();
        var turn = Math.Max(1, Operations / Turns);
        var (least, ours) = (0.0, 0.0);
        for (var done = 0; done < Operations; done += turn)
        {
            least += await Take(Least, done, turn);
            ours += await Take(Ours, done, turn);
        }
        return (least / Operations, ours / Operations);
    }

    private static async Task<double> Take(Func<int, Task> operation, int from, int count)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var i = from; i < from + count; i++)
        {
            await operation(i);
        }
        return TimeProvider.System.GetElapsedTime(began).TotalMicroseconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}

/// <summary>Medians in microseconds, and the median of the rounds' ratios (1 = as fast as the least).</summary>
internal sealed record Figure(string Name, double Aim, double Least, double Ours, double Ratio)
{
    public static string Table(IEnumerable<Figure> figures, string least = "least", string ours = "ours") => string.Join(
        Environment.NewLine,
        [
            $"| | {least}, µs | {ours}, µs | ratio | aim |",
            "|---|---:|---:|---:|---:|",
            .. figures.Select(f => string.Create(
                CultureInfo.InvariantCulture, $"| {f.Name} | {f.Least:F0} | {f.Ours:F0} | **{f.Ratio:F2}** | {(f.Ratio > f.Aim ? "" : "below ")}{f.Aim:F2} |")),
        ]);
}
