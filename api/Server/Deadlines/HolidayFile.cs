using SecurityTracker.Domain.Deadlines;
using SecurityTracker.Server.Postgres;

namespace SecurityTracker.Server.Deadlines;

/// <summary>The Cabinet Office's list of 国民の祝日, as <c>Holidays__File</c> names it; without one the program computes them.</summary>
internal static class HolidayFile
{
    /// <summary>The setting.</summary>
    public const string Setting = "Holidays:File";

    /// <summary>Takes the holidays of the list, where one is named; throws <see cref="StartRefusedException"/> where it cannot be read or is not one.</summary>
    public static void Announce(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } file)
        {
            var reading = HolidayCsv.Read(Bytes(file));
            Holidays.Announce(reading.Holidays ?? throw new StartRefusedException($"Holidays__File: {file}: {reading.Refusal!.Message.En}"));
        }
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartRefusedException($"Holidays__File: {file} cannot be read: {e.Message}", e);
        }
    }
}
