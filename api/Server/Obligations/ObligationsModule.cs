namespace SecurityTracker.Server.Obligations;

/// <summary>The record of each requirement of each contract.</summary>
public sealed class ObligationsModule : IModule
{
}
