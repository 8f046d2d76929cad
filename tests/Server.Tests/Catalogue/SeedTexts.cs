namespace SecurityTracker.ServerTests.Catalogue;

/// <summary>The published documents under tests/seeds.</summary>
internal static class SeedTexts
{
    /// <summary>The whole text of one seed.</summary>
    public static string Read(string number)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "SecurityTracker.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The repository's root is not above the test binaries.");
        }

        return File.ReadAllText(Directory.GetFiles(Path.Combine(root.FullName, "tests", "seeds"), number + "_*.txt").Single());
    }
}
