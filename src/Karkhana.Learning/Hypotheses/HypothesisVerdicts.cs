namespace Karkhana.Learning;

/// <summary>The rule from estimates to verdicts.</summary>
internal static class HypothesisVerdicts
{
    /// <summary>Judges a part.</summary>
    /// <remarks>Positive (negative mirrored): supported when the 95 % interval is above zero and the corrected p-value at most the false
    /// discovery rate; not supported when the whole interval is below the smallest association of interest. None: supported when the 90 % interval lies
    /// within that association of zero (two one-sided tests of 5 %); not supported when the corrected p-value is small and the estimate beyond it. At least:
    /// supported when the lower limit is above minus the margin; not supported when the upper limit is below zero.</remarks>
    public static Verdict Of(HypothesisPart part, HypothesisOptions options)
    {
        double smallest = Math.Pow(options.SmallestOfInterest, part.Factors);
        bool found = double.IsNaN(part.PValue) || part.AdjustedPValue <= options.FalseDiscoveryRate;
        return part.Expected switch
        {
            Expectation.Positive => Decide(part.Low > 0 && found, part.High < smallest),
            Expectation.Negative => Decide(part.High < 0 && found, part.Low > -smallest),
            Expectation.None => Decide(
                part.EquivalenceLow > -smallest && part.EquivalenceHigh < smallest,
                (part.Low > 0 || part.High < 0) && found && Math.Abs(part.Estimate) > smallest),
            Expectation.AtLeast => Decide(part.Low > -options.MarginOfExplained, part.High < 0),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part.Expected, "a part has one expectation"),
        };
    }

    /// <summary>Judges a hypothesis: supported when all parts are, not supported when one is not.</summary>
    public static Verdict Of(IReadOnlyList<HypothesisPart> parts, HypothesisOptions options)
    {
        Verdict[] verdicts = [.. parts.Select(part => Of(part, options))];
        return verdicts.Length == 0 ? Verdict.CannotTell
            : verdicts.Contains(Verdict.NotSupported) ? Verdict.NotSupported
            : verdicts.Contains(Verdict.CannotTell) ? Verdict.CannotTell
            : Verdict.Supported;
    }

    private static Verdict Decide(bool supported, bool contradicted) =>
        supported ? Verdict.Supported : contradicted ? Verdict.NotSupported : Verdict.CannotTell;
}
