namespace SecurityTracker.ServerTests.Architecture;

/// <summary>
/// What breaks a rule of the house today, written down in exceptions.txt under the rule's name: nothing may be added there without being seen,
/// and what breaks it no more is struck out. <c>UPDATE_SNAPSHOTS=1</c> writes the file anew.
/// </summary>
internal static class Exceptions
{
    private static readonly Lock Writing = new();

    private static string File => Repository.At("tests", "Server.Tests", "Architecture", "exceptions.txt");

    /// <summary>Demands that those which break a rule are those that are written down for it.</summary>
    /// <param name="rule">The rule, in the words under which they stand in the file.</param>
    /// <param name="breaking">What breaks it.</param>
    public static void ShouldBeThoseOf(this IEnumerable<string> breaking, string rule)
    {
        var found = breaking.Order(StringComparer.Ordinal).ToList();
        lock (Writing)
        {
            var rules = Read();
            if (Repository.UpdatesSnapshots)
            {
                rules[rule] = found;
                System.IO.File.WriteAllLines(File, rules.SelectMany(one => one.Value.Select(line => $"  {line}").Prepend(one.Key)));
            }

            rules.ShouldContainKey(rule);
            found.ShouldBe(rules[rule], $"{rule}: mend it, or strike out what is mended");
        }
    }

    private static SortedDictionary<string, List<string>> Read()
    {
        var rules = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in System.IO.File.Exists(File) ? System.IO.File.ReadLines(File) : [])
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                rules.Last().Value.Add(line[2..]);
            }
            else
            {
                rules.Add(line, []);
            }
        }

        return rules;
    }
}
