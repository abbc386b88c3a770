using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Simulation;

/// <summary>Whether the burn-in that was used is long enough, by the rule that finds one.</summary>
/// <param name="Used">The quarters that were used.</param>
/// <param name="Found">The quarters that the rule drops.</param>
/// <param name="Settles">False when the rule would drop the most that it may: the run is too short to tell, or does not settle.</param>
/// <param name="Replicates">The runs over which mean capability was averaged.</param>
/// <param name="Quarters">The quarters of each run, burn-in and horizon.</param>
public sealed record BurnInCheckResult(int Used, int Found, bool Settles, int Replicates, int Quarters)
{
    /// <summary>Gets a value indicating whether the rule drops no more than was used.</summary>
    public bool IsLongEnough => Found <= Used && Settles;

    /// <summary>Gets what the check says.</summary>
    /// <returns>A note; a warning when the burn-in may be too short.</returns>
    public Note ToNote()
    {
        string found = FormattableString.Invariant(
            $"Of the {Quarters} quarters of runs in which nothing is done MSER drops the first {Found}, on mean capability averaged over {Replicates} runs; a burn-in of {Used} was used.");
        return IsLongEnough
            ? new Note("burn-in", Severity.Information, found)
            : new Note("burn-in-short", Severity.Warning, found + (Settles
                ? " Firms are still moving away from how the study found them when policies start."
                : " That is the most that the rule may drop: mean capability has not settled by then, and levels at the end hang on the horizon. Differences between levers are between runs that move alike."));
    }
}
