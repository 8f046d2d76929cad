using System.Globalization;

namespace SecurityTracker.Benchmarks;

/// <summary>One figure: what the program does, beside the least that would do the same.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Aim">The ratio aimed at.</param>
/// <param name="Operations">How many times a round.</param>
/// <param name="Least">The least, once; it is given the number of the operation.</param>
/// <param name="Ours">The program, once.</param>
public sealed record Comparison(string Name, double Aim, int Operations, Func<int, Task> Least, Func<int, Task> Ours)
{
    private const int Rounds = 7;

    /// <summary>Interleaved rounds, which of the two goes first alternating; the median of each.</summary>
    public async Task<Figure> Measure()
    {
        await Round(Least);
        await Round(Ours);
        var (least, ours) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0)
            {
                least.Add(await Round(Least));
                ours.Add(await Round(Ours));
            }
            else
            {
                ours.Add(await Round(Ours));
                least.Add(await Round(Least));
            }
        }
        return new Figure(Name, Aim, Median(least), Median(ours), Median([.. least.Zip(ours, (l, o) => l / o)]));
    }

    /// <summary>Microseconds for one operation.</summary>
    private async Task<double> Round(Func<int, Task> operation)
    {
        GC.Collect();
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Operations; i++)
        {
            await operation(i);
        }
        return TimeProvider.System.GetElapsedTime(began).TotalMicroseconds / Operations;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}

/// <summary>Medians in microseconds, and the median of the rounds' ratios (1 = as fast as the least).</summary>
public sealed record Figure(string Name, double Aim, double Least, double Ours, double Ratio)
{
    public static string Table(IEnumerable<Figure> figures) => string.Join(
        Environment.NewLine,
        [
            "| | least, µs | ours, µs | ratio | aim |",
            "|---|---:|---:|---:|---:|",
            .. figures.Select(f => string.Create(
                CultureInfo.InvariantCulture, $"| {f.Name} | {f.Least:F0} | {f.Ours:F0} | **{f.Ratio:F2}** | {(f.Ratio > f.Aim ? "" : "below ")}{f.Aim:F2} |")),
        ]);
}
