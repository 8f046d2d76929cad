namespace SecurityTracker.Demo.World;

/// <summary>Chance that falls the same way each time: a demo of today is the same for everybody.</summary>
/// <param name="seed">The same seed, the same throws.</param>
internal sealed class DemoDice(int seed)
{
#pragma warning disable CA5394 // Nothing secret is thrown for.
    private readonly Random random = new(seed);

    /// <summary>A number between two, both of them possible.</summary>
    public int Number(int least, int most) => random.Next(least, most + 1);

    /// <summary>Whether it falls well, which it does so often of 1.</summary>
    public bool Bool(double often = 0.5) => random.NextDouble() < often;

    /// <summary>One of these; one that stands twice comes twice as often.</summary>
    public T Pick<T>(params IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>So many of these, each once.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        T[] shuffled = [.. from];
        random.Shuffle(shuffled);
        return shuffled[..count];
    }

    /// <summary>One of these, each as often of 1 as is said beside it.</summary>
    public T Weighed<T>(params IReadOnlyList<(T Item, double Often)> from)
    {
        var thrown = random.NextDouble();
        foreach (var (item, often) in from)
        {
            if ((thrown -= often) < 0)
            {
                return item;
            }
        }

        return from[^1].Item;
    }
#pragma warning restore CA5394
}
