namespace SecurityTracker.DomainTests.Catalogue;

/// <summary>The five published documents under tests/seeds, and which edition each of them carries.</summary>
public static class Seeds
{
    private static readonly Dictionary<string, string> Texts = Directory.GetFiles(Folder, "*.txt")
        .ToDictionary(p => Path.GetFileName(p)[..3], p => File.ReadAllText(p), StringComparer.Ordinal);

    /// <summary>Seed number → code of the edition it carries.</summary>
    public static IReadOnlyDictionary<string, string> Editions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["000"] = "ED-C", ["001"] = "ED-D", ["002"] = "ED-B", ["003"] = "ED-C", ["004"] = "ED-A",
    };

    /// <summary>The folder, found from the test binaries upwards.</summary>
    public static string Folder
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "SecurityTracker.sln")))
            {
                root = root.Parent ?? throw new InvalidOperationException("The repository's root is not above the test binaries.");
            }

            return Path.Combine(root.FullName, "tests", "seeds");
        }
    }

    /// <summary>The whole text of one seed.</summary>
    public static string Text(string number) => Texts[number];
}
