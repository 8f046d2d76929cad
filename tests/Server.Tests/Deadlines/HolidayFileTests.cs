using System.Text;
using Microsoft.Extensions.Configuration;
using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Deadlines;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.ServerTests.Deadlines;

/// <summary>The Cabinet Office's list is read at the start; what is not one is named and nothing starts.</summary>
public sealed class HolidayFileTests : IDisposable
{
    // A year that nothing else looks at: what is announced holds for the whole program.
    private const string Year2096 = "2096/1/1,元日\r\n2096/11/23,勤労感謝の日\r\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("holidays-");

    public void Dispose()
    {
        Holidays.Announce(null);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_list_that_is_named_is_taken()
    {
        HolidayFile.Announce(Named(Write(Year2096)));
        Holidays.Announced.ShouldNotBeNull().AnnouncedThrough.ShouldBe(2096);
        Holidays.IsProvisional(2096).ShouldBeFalse();
    }

    [Fact]
    public void Without_one_nothing_is_announced_and_what_is_none_stops_the_start()
    {
        HolidayFile.Announce(Named(""));
        Holidays.Announced.ShouldBeNull();
        Should.Throw<StartRefusedException>(() => HolidayFile.Announce(Named(Path.Combine(folder.FullName, "missing.csv")))).Message.ShouldStartWith("Holidays__File: ");
        Should.Throw<StartRefusedException>(() => HolidayFile.Announce(Named(folder.FullName))).Message.ShouldContain("cannot be read");
        Should.Throw<StartRefusedException>(() => HolidayFile.Announce(Named(Write("2096/1/1,元日\r\n2096/5/")))).Message.ShouldContain("Line 3");
        Holidays.Announced.ShouldBeNull();
    }

    private string Write(string days)
    {
        var file = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.csv");
        File.WriteAllBytes(file, CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes($"{HolidayCsv.Header}\r\n{days}"));
        return file;
    }

    private static IConfiguration Named(string file) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(HolidayFile.Setting, file)]).Build();
}
