namespace SecurityTracker.Server.Reports;

/// <summary>Periods, drafts, finalised reports and their files.</summary>
public sealed class ReportsModule : IModule
{
}
