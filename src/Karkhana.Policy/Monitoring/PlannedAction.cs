using System.Globalization;

namespace Karkhana.Policy;

/// <summary>One line of an action plan.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Advice">The advice that it rests on.</param>
/// <param name="Cost">The planned cost if all firms took part that may.</param>
/// <param name="Indicators">What watches it.</param>
public sealed record PlannedAction(PlannedPolicy Policy, LeverAdvice Advice, double Cost, IReadOnlyList<Indicator> Indicators)
{
    /// <summary>Gets the firms that may take part, for which the cost is worked out.</summary>
    public required int Firms { get; init; }

    /// <summary>Gets what the advice rests on.</summary>
    public string Reason => string.Create(
        CultureInfo.InvariantCulture,
        $"match {Advice.Match:0.00}, regime share {Advice.RegimeShare:0.00}, evidence {Advice.Lever.Evidence}, cost class {Advice.Lever.Cost}{(Advice.GapFactor > 1 ? $", gap factor {Advice.GapFactor:0.00}" : "")}; among the first three in {100 * Advice.ShareInTopThree:0} % of resamples");
}
