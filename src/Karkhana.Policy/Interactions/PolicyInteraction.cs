namespace Karkhana.Policy;

/// <summary>What policies do together beyond what each does, in the model; of a single policy, what it does on average over the settings of the others.</summary>
public sealed record PolicyInteraction
{
    /// <summary>Gets the ids of the policies: one for a main effect, two for an interaction of a pair.</summary>
    public required IReadOnlyList<string> Policies { get; init; }

    /// <summary>Gets the gain of the set over doing nothing.</summary>
    public required double Together { get; init; }

    /// <summary>Gets the sum of the gains that its policies have alone.</summary>
    public required double SumOfGains { get; init; }

    /// <summary>Gets the effect: the mean over runs.</summary>
    public required double Estimate { get; init; }

    /// <summary>Gets its standard error over runs and parameter draws.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets its lower limit.</summary>
    public required double Low { get; init; }

    /// <summary>Gets its upper limit.</summary>
    public required double High { get; init; }

    /// <summary>Gets the lower limit that holds for all effects of the design together (Bonferroni).</summary>
    public required double SimultaneousLow { get; init; }

    /// <summary>Gets the upper limit that holds for all of them together.</summary>
    public required double SimultaneousHigh { get; init; }

    /// <summary>Gets the runs in which the effect is above 0.</summary>
    public required ShareOfRuns RunsAbove { get; init; }

    /// <summary>Gets whether it is told from 0, by its own interval.</summary>
    public required InteractionVerdict Verdict { get; init; }

    /// <summary>Gets the number of policies.</summary>
    public int Order => Policies.Count;

    /// <summary>Gets the ids joined by +.</summary>
    public string Id => PolicyCombinations.IdOf(Policies);

    /// <summary>Gets a value indicating whether the limits that hold for all effects together lie on one side of 0.</summary>
    public bool IsToldTogether => SimultaneousLow > 0 || SimultaneousHigh < 0;

    /// <summary>Gets the verdict in words.</summary>
    public string InWords => (Verdict, Order) switch
    {
        (InteractionVerdict.CannotTell, _) => "we cannot tell",
        (InteractionVerdict.ExactlyZero, 1) => "nothing in any run",
        (InteractionVerdict.ExactlyZero, 2) => "exactly the sum",
        (InteractionVerdict.ExactlyZero, _) => "exactly what smaller sets tell",
        (InteractionVerdict.Above, 1) => "gain",
        (InteractionVerdict.Above, 2) => "more than the sum",
        (InteractionVerdict.Above, _) => "more than smaller sets tell",
        (InteractionVerdict.Below, 1) => "loss",
        (InteractionVerdict.Below, 2) => "less than the sum",
        _ => "less than smaller sets tell",
    };
}
