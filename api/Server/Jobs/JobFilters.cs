using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace SecurityTracker.Server.Jobs;

/// <summary>What holds for every job: it fails at once unless it says itself how often it is tried again, and a failure is shown as long as a success.</summary>
internal static class JobFilters
{
    // Behind the one that tries again, which makes a failure of this attempt alone another state.
    private const int Last = int.MaxValue;

    public static JobFilterProviderCollection All { get; } = new(
        new JobFilterCollection { { new AutomaticRetryAttribute { Attempts = 0 }, 0 }, { new StatisticsHistoryAttribute(), 0 }, { new FailuresEnd(), Last } },
        new JobFilterAttributeFilterProvider());

    private sealed class FailuresEnd : IElectStateFilter
    {
        public void OnStateElection(ElectStateContext context)
        {
            if (context.CandidateState is FailedState failed)
            {
                context.CandidateState = new FailedAtLast(failed);
            }
        }
    }

    // Hangfire keeps what has failed until somebody deletes it, which nobody can here. What is final it forgets in time.
    private sealed class FailedAtLast(FailedState failed) : IState
    {
        public string Name => failed.Name;

        public string Reason => failed.Reason;

        public bool IsFinal => true;

        public bool IgnoreJobLoadException => failed.IgnoreJobLoadException;

        public Dictionary<string, string> SerializeData() => failed.SerializeData();
    }
}
