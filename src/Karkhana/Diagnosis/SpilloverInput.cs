using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Data.Studies;
using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>Effort and technical changes of the surveyed firms, by the functions that they are capable of and where they stand.</summary>
internal static class SpilloverInput
{
    /// <summary>The input that is size.</summary>
    public const string Workers = "workers";

    private const int LeastFirms = 30;

    /// <summary>Gives pools of effort and how changes go with them; null without effort as a share of its scale, functions and a log of changes of enough firms.</summary>
    /// <remarks>Effort in standard deviations has no zero: half of the firms would add less than nothing to a pool, and it has no logarithm.</remarks>
    public static ResearchSpilloversResult? Estimate(Findings findings, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        Study study = findings.Study;
        if (findings.Ladders is not { } ladders || study.Changes is not { } changes || findings.Scores?.Scores.Find(Constructs.Effort) is not { IsShareOfScale: true } effort
            || ladders.Ladders.Count < LeastFirms)
        {
            return null;
        }

        int[] firms = [.. ladders.Ladders.Select(ladder => ladder.Firm)];
        return ResearchSpillovers.Estimate(
            new SpilloverSample(
                [.. firms.Select(firm => study.Firms.Ids[firm])],
                [.. ladders.Ladders.Select(ladder => ladder.Ladder.Scores)],
                [.. firms.Select(firm => effort.Values[firm])])
            {
                Points = [.. firms.Select(firm => (study.Firms.X[firm], study.Firms.Y[firm]))],
            },
            Innovations(findings, changes, firms), null, execution, cancellationToken);
    }

    private static KnowledgeProductionSample Innovations(Findings findings, TechnicalChangeTable changes, int[] firms)
    {
        FirmRegister register = findings.Study.Firms;
        Dictionary<int, int> counted = changes.Changes.CountBy(change => change.Firm).ToDictionary();
        HashSet<int> clustered = [.. findings.Focus.ClusteredFirms];
        Dictionary<string, IReadOnlyList<double>> inputs = new(StringComparer.Ordinal);
        if (register.Employment.Length > 0)
        {
            inputs[Workers] = [.. firms.Select(firm => register.Employment[firm])];
        }

        return new KnowledgeProductionSample(
            [.. firms.Select(firm => register.Places.Length == 0 || register.Places[firm].Length == 0 ? register.Ids[firm] : register.Places[firm])],
            [.. firms.Select(firm => (double)counted.GetValueOrDefault(firm))], inputs)
        {
            Industries = [.. firms.Select(firm => clustered.Contains(firm) ? "clustered" : "dispersed")],
        };
    }
}
