using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Asks of every two constructs whether their items can be told apart.</summary>
internal static class ConstructRatioChecks
{
    private const int LeastItems = 2;

    public static IReadOnlyList<ConstructPair> Of(
        IReadOnlyList<(string Construct, ItemResponses Items)> constructs,
        ScaleDiagnosticsOptions options,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        (string Construct, ItemResponses Items)[] usable = [.. constructs.Where(construct => construct.Items.Items.Count >= LeastItems)];
        return [.. Enumerable.Range(0, usable.Length).SelectMany(first => Enumerable.Range(first + 1, usable.Length - first - 1)
            .Select(second => Pair(usable[first], usable[second], options, execution, cancellationToken)))];
    }

    private static ConstructPair Pair(
        (string Construct, ItemResponses Items) first,
        (string Construct, ItemResponses Items) second,
        ScaleDiagnosticsOptions options,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        ItemResponses both = new([.. first.Items.Items, .. second.Items.Items], [.. first.Items.Answers, .. second.Items.Answers]);
        int firms = FewestFirms(both);
        ConstructPair unknown = new(
            first.Construct, second.Construct, double.NaN, double.NaN, double.NaN, firms, ConstructDistinction.CannotTell);
        if (firms < options.LeastForCorrelation)
        {
            return unknown;
        }

        try
        {
            HeterotraitMonotraitRatioResult result = HeterotraitMonotraitRatio.Estimate(
                both,
                new HeterotraitMonotraitRatioOptions
                {
                    Constructs = new Dictionary<string, IReadOnlyList<string>>
                    {
                        [first.Construct] = first.Items.Items,
                        [second.Construct] = second.Items.Items,
                    },
                    Missing = MissingAnswers.Pairwise,
                    Replicates = options.Replicates,
                    Threshold = options.DistinctBelow,
                    Seed = options.Seed,
                },
                execution, cancellationToken);
            (double ratio, double low, double high) = (result.Estimates[1], result.ConfidenceLow[1], result.ConfidenceHigh[1]);
            return unknown with { Ratio = ratio, ConfLow = low, ConfHigh = high, Distinction = Distinction(ratio, high, options.DistinctBelow) };
        }
        catch (ArgumentException)
        {
            return unknown;
        }
    }

    private static ConstructDistinction Distinction(double ratio, double high, double threshold) =>
        double.IsNaN(ratio) ? ConstructDistinction.CannotTell
        : ratio >= threshold ? ConstructDistinction.NotDistinct
        : high < threshold ? ConstructDistinction.Distinct
        : ConstructDistinction.Undecided;

    private static int FewestFirms(ItemResponses responses) => Enumerable.Range(0, responses.Items.Count).Min(item =>
        Enumerable.Range(0, item + 1).Min(other => responses.Answers[item].Zip(responses.Answers[other]).Count(
            pair => !double.IsNaN(pair.First + pair.Second))));
}
