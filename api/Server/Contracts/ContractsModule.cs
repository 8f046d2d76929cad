namespace SecurityTracker.Server.Contracts;

/// <summary>Contracts and what changes them.</summary>
public sealed class ContractsModule : IModule
{
}
