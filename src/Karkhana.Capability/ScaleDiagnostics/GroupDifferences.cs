using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Compares the items of one scale between clustered and dispersed firms.</summary>
internal sealed class GroupDifferences(
    ScaleDiagnosticsInput input, ScaleDiagnosticsOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
{
    private const int Rounds = 10;
    private const string Clustered = "clustered";
    private const string Dispersed = "dispersed";

    /// <summary>Counts the smaller group among the respondents.</summary>
    public int SmallerGroup(Func<int, bool> counts)
    {
        int[] counted = [.. Enumerable.Range(0, input.Clustered.Count).Where(row => input.Clustered[row] is not null && counts(row))];
        int clustered = counted.Count(row => input.Clustered[row] == true);
        return Math.Min(clustered, counted.Length - clustered);
    }

    /// <summary>Compares on the latent score, which is computed again without the flagged items until the flags stay.</summary>
    public ScaleDifferences OfLatent(LatentScale scale)
    {
        int[] rows = [.. Enumerable.Range(0, input.Clustered.Count).Where(
            row => input.Clustered[row] is not null && double.IsFinite(scale.Theta[row]))];
        ItemResponses answers = Rows(scale.Responses, rows);
        double[] all = [.. rows.Select(row => scale.Theta[row])];
        double[] scores = all;
        ItemDifference[] items = Compare(answers, rows, scores);
        bool[] flagged = Flags(items);
        int round = 0;
        for (bool settled = !flagged.Contains(true); !settled && round < Rounds && CanBeLeftOut(flagged); round++)
        {
            scores = Without(scale, answers, flagged);
            items = Compare(answers, rows, scores);
            settled = Flags(items).SequenceEqual(flagged);
            flagged = Flags(items);
        }

        string[] suspected = Suspected(items);
        bool[] named = [.. items.Select(item => item.Flagged || suspected.Contains(item.Item))];
        double[] rest = named.Contains(true) && CanBeLeftOut(named) ? Without(scale, answers, named) : all;
        double deviation = Math.Sqrt(scale.Model.Population.Variances[0]);
        return new ScaleDifferences(
            scale.Construct, items, round, Gap(rows, all) / deviation, Gap(rows, rest) / deviation,
            rows.Count(row => input.Clustered[row] == true), rows.Count(row => input.Clustered[row] == false))
        { Suspected = suspected };
    }

    /// <summary>Compares on the sum of the items, flagged ones left out, among firms that answered all.</summary>
    public ScaleDifferences OfSum(string construct, ItemResponses responses)
    {
        int[] rows = [.. Enumerable.Range(0, input.Clustered.Count).Where(row => input.Clustered[row] is not null && IsComplete(responses, row))];
        DifferentialItemFunctioningResult result = DifferentialItemFunctioning.Estimate(
            new GroupedResponses(Rows(responses, rows), Groups(rows)),
            OptionsOf(MatchingVariable.Total) with { Purify = true, Rounds = Rounds }, execution, cancellationToken);
        string[] suspected = Suspected(result.Items);
        int[] kept = [.. Enumerable.Range(0, responses.Items.Count).Where(
            item => !result.Items[item].Flagged && !suspected.Contains(responses.Items[item]))];
        return new ScaleDifferences(
            construct, result.Items, result.Rounds, -result.GroupDifference,
            kept.Length < 2 ? -result.GroupDifference : StandardisedGap(responses, kept, rows),
            rows.Count(row => input.Clustered[row] == true), rows.Count(row => input.Clustered[row] == false))
        { Suspected = suspected };
    }

    /// <summary>Fits one factor in both groups, with more and more held equal.</summary>
    public ScaleCheck Invariance(string construct, ItemResponses responses, int firms)
    {
        int[] rows = [.. Enumerable.Range(0, input.Clustered.Count).Where(row => input.Clustered[row] is not null && IsComplete(responses, row))];
        MeasurementInvarianceResult result = MeasurementInvariance.Estimate(
            new GroupedResponses(Rows(responses, rows), Groups(rows)),
            new MeasurementInvarianceOptions
            {
                Constructs = new Dictionary<string, IReadOnlyList<string>> { [construct] = responses.Items },
                LeastRespondents = options.LeastForInvariance,
            },
            execution, cancellationToken);
        return ScaleCheck.Of(
            construct, ScaleCheckKind.Invariance, result.Attained >= InvarianceLevel.Scalar,
            result.Attained is { } level ? (double)level : double.NaN, firms);
    }

    /// <summary>Says whether a firm answered every item.</summary>
    public static bool IsComplete(ItemResponses responses, int row) => responses.Answers.All(answers => !double.IsNaN(answers[row]));

    private ItemDifference[] Compare(ItemResponses answers, int[] rows, double[] scores) => [.. DifferentialItemFunctioning.Estimate(
        new GroupedResponses(answers, Groups(rows)) { Scores = scores }, OptionsOf(MatchingVariable.Score), execution, cancellationToken).Items];

    private DifferentialItemFunctioningOptions OptionsOf(MatchingVariable matching) => new()
    {
        Method = DifferentialItemFunctioningMethod.Ordinal,
        Matching = matching,
        ReferenceGroup = Clustered,
        Significance = options.DifferenceSignificance,
        LeastDifference = options.LeastDifference,
    };

    private double[] Without(LatentScale scale, ItemResponses answers, bool[] flagged)
    {
        int[] kept = [.. Enumerable.Range(0, flagged.Length).Where(item => !flagged[item])];
        ItemResponses rest = new([.. kept.Select(item => answers.Items[item])], [.. kept.Select(item => answers.Answers[item])]);
        double[] scores = [.. ItemResponseScore.Estimate(
            new ScoredResponses(rest, scale.Model.Parameters),
            new ItemResponseScoreOptions { Model = ItemModel.Graded, Method = ScoreMethod.Wle }, execution, cancellationToken).Score];
        return [.. scores.Select((score, row) => rest.Answers.Any(item => !double.IsNaN(item[row])) ? score : double.NaN)];
    }

    private string[] Suspected(IReadOnlyList<ItemDifference> items) =>
        [.. items.Where(item => !item.Flagged && item.TotalPValue < options.DifferenceSignificance).Select(item => item.Item)];

    private double StandardisedGap(ItemResponses responses, int[] kept, int[] rows)
    {
        double[] sums = [.. rows.Select(row => Sums.Sum([.. kept.Select(item => responses.Answers[item][row])]))];
        double within = Sums.Variance(Of(rows, sums, true)) * (rows.Count(row => input.Clustered[row] == true) - 1);
        within += Sums.Variance(Of(rows, sums, false)) * (rows.Count(row => input.Clustered[row] == false) - 1);
        return Gap(rows, sums) / Math.Sqrt(within / (rows.Length - 2));
    }

    private double Gap(int[] rows, double[] scores) => Sums.Mean(Of(rows, scores, true)) - Sums.Mean(Of(rows, scores, false));

    private double[] Of(int[] rows, double[] scores, bool clustered) =>
        [.. scores.Where((score, at) => input.Clustered[rows[at]] == clustered && double.IsFinite(score))];

    private string[] Groups(int[] rows) => [.. rows.Select(row => input.Clustered[row] == true ? Clustered : Dispersed)];

    private static ItemResponses Rows(ItemResponses responses, int[] rows) => responses with
    {
        Answers = [.. responses.Answers.Select(answers => rows.Select(row => answers[row]).ToArray())],
    };

    private static bool[] Flags(ItemDifference[] items) => [.. items.Select(item => item.Flagged)];

    // One item alone would be compared with itself.
    private static bool CanBeLeftOut(bool[] flagged) => flagged.Count(flag => !flag) >= 2;
}
