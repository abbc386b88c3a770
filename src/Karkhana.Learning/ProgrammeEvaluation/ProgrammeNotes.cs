using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>What stands against reading an evaluation as it is.</summary>
internal static class ProgrammeNotes
{
    private const double Small = 0.05;

    public static IEnumerable<Note> Of(
        ProgrammeFirms firms, IReadOnlyList<ArmEffect> arms, ClaimDecision decision, ProgrammeEvaluationOptions options)
    {
        if (arms.Count == 0)
        {
            yield return new Note("claim-refused", Severity.Warning, FormattableString.Invariant(
                $"Nothing is said of the programme: the claim needs two periods before the start and a comparison group of {ProgrammeEvaluation.LeastControls} firms, and at least {ProgrammeEvaluation.LeastFirms} firms that take part. {Missing(decision)}"));
            yield break;
        }

        if (!firms.HasDistances)
        {
            yield return new Note("no-distances", Severity.Warning,
                "Distances to firms that take part are not known: near firms could not be left out of the comparison, and spillover may hide in it.");
        }

        ArmEffect main = arms[0];
        if (main.HasOnePlace)
        {
            yield return new Note("one-place", Severity.Warning,
                "The firms that take part, or those compared with, all lie in one place: what else happened in that place cannot be told from the programme, and errors are those of firms, as if places did not matter.");
        }

        if (main.Effects.BeforeAdoption.PValue < Small)
        {
            yield return new Note("trends-before", Severity.Warning, FormattableString.Invariant(
                $"Trends before the start differ (p {(main.Effects.BeforeAdoption.PValue < 0.001 ? "below 0.001" : FormattableString.Invariant($"{main.Effects.BeforeAdoption.PValue:0.000}"))}): the data speak against the assumption that the estimate rests on; read the bounds."));
        }

        foreach (ProgrammeArm arm in Enum.GetValues<ProgrammeArm>().Where(arm => arms.All(one => one.Arm != arm) && (arm != ProgrammeArm.DistanceBand || options.Bands.Count > 0)))
        {
            yield return new Note("arm-left-out", Severity.Information, FormattableString.Invariant(
                $"Not estimated, for fewer than {ProgrammeEvaluation.LeastFirms} firms or fewer than {ProgrammeEvaluation.LeastControls} to compare with: {Core.Tables.Words.Spaced(arm)}."));
        }
    }

    private static string Missing(ClaimDecision decision) => string.Join(' ', decision.Missing.Select(
        gap => FormattableString.Invariant($"Found {gap.Need.What.Replace('_', ' ')} {gap.Found:0.##} of {gap.Need.AtLeast:0.##}.")));
}
