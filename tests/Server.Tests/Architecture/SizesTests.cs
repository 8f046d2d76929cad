using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using SecurityTracker.Demo.World;
using SecurityTracker.Domain;

namespace SecurityTracker.ServerTests.Architecture;

/// <summary>How much stands at one place: files in a folder, lines in a file and in a method, dependencies of a class, fields of a record.</summary>
public sealed class SizesTests
{
    private const int MostFiles = 25;
    private const int MostLines = 250;
    private const int MostLinesOfAMethod = 40;
    private const int MostDependencies = 7;
    private const int MostFields = 10;

    private static readonly string[] Endings = [".cs", ".ts", ".tsx"];

    private static readonly IReadOnlyList<Type> Program =
    [
        .. new[] { typeof(IEvent).Assembly, typeof(ReadDocument).Assembly, typeof(Server.Services).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null),
    ];

    [Fact]
    public void A_folder_holds_no_more_files_than_a_page_shows() => Sources()
        .CountBy(file => Path.GetDirectoryName(file)!)
        .Where(folder => folder.Value > MostFiles)
        .Select(folder => folder.Key)
        .ShouldBeThoseOf("Folders of more than 25 files");

    [Fact]
    public void A_file_is_read_at_one_sitting() => Sources()
        .Where(file => File.ReadLines(Repository.At(file)).Count() > MostLines)
        .ShouldBeThoseOf("Files of more than 250 lines");

    [Fact]
    public void A_method_is_seen_at_one_look() => new[] { typeof(IEvent).Assembly, typeof(ReadDocument).Assembly, typeof(Server.Services).Assembly, typeof(DemoImagination).Assembly }
        .SelectMany(MethodLengths.Of)
        .Where(method => method.Lines > MostLinesOfAMethod)
        .Select(method => method.Method)
        .ShouldBeThoseOf("Methods of more than 40 lines");

    [Fact]
    public void A_class_depends_on_seven_at_most() => Program
        .Where(type => !IsRecord(type) && !type.IsAssignableTo(typeof(Exception)) && Longest(type) > MostDependencies)
        .Select(Said)
        .ShouldBeThoseOf("Classes of more than 7 dependencies");

    [Fact]
    public void A_record_has_ten_fields_by_place_at_most() => Program
        .Where(type => IsRecord(type) && Longest(type) > MostFields)
        .Select(Said)
        .ShouldBeThoseOf("Records of more than 10 fields by place");

    private static IEnumerable<string> Sources() =>
        from folder in (string[])["api", "web/src", "tests"]
        from file in Directory.EnumerateFiles(Repository.At(folder), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where Endings.Contains(Path.GetExtension(path), StringComparer.Ordinal) && !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "generated")
        select path;

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static int Longest(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Max(made => (int?)made.GetParameters().Length) ?? 0;

    private static string Said(Type type) => string.Create(CultureInfo.InvariantCulture, $"{(type.DeclaringType is { } outer ? outer.Name + "." : "")}{type.Name} ({Longest(type)})");
}
