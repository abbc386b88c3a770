using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Category probabilities, information and expected score of items whose parameters are known.</summary>
public static class ItemResponseFunction
{
    internal const string Source =
        "Samejima 1969, doi:10.1007/BF03372160; Birnbaum 1968, in Lord & Novick; Muraki 1992, doi:10.1177/014662169201600206; Muraki 1993, doi:10.1177/014662169301700403";

    /// <summary>Computes the curves.</summary>
    /// <remarks>
    /// Item information I_j = Σ_c P′_c²/P_c; test information I = Σ_j I_j; standard error of a maximum likelihood score
    /// 1/√I; expected score Σ_j Σ_c (lowest + c) P_c. Derivatives are those of ln P, so that an item far from θ has an
    /// information near 0 and not 0/0. Assumes items that are answered independently given θ.
    /// Cost: values of θ × categories of all items. Source: Samejima 1969, doi:10.1007/BF03372160; Muraki 1993,
    /// doi:10.1177/014662169301700403. Agrees with: mirt testinfo, iteminfo, probtrace and expected.test,
    /// relative 1e-8.
    /// </remarks>
    /// <param name="parameters">The items' parameters.</param>
    /// <param name="options">Model and values of θ.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The curves.</returns>
    /// <exception cref="ArgumentException">Parameters that no probability can be computed from.</exception>
    public static ItemResponseFunctionResult Estimate(
        ItemParameters parameters,
        ItemResponseFunctionOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(options);
        parameters.For(options.Model);
        int categories = parameters.Thresholds.Sum(steps => steps.Length + 1);
        ItemResponseFunctionResult result = new()
        {
            Parameters = parameters,
            Theta = options.Theta,
            LowestCategory = options.LowestCategory,
            TestInformation = new double[options.Theta.Count],
            ExpectedScore = new double[options.Theta.Count],
            ItemInformation = new double[options.Theta.Count * parameters.Count],
            Probability = new double[options.Theta.Count * categories],
            Provenance = new Provenance(
                "psychometrics.item-response-function",
                FormattableString.Invariant(
                    $"model = {options.Model}, theta = {options.Theta.Count} values, lowest_category = {options.LowestCategory}"),
                Source),
        };
        for (int at = 0; at < options.Theta.Count; at++)
        {
            Fill(options.Model, result, at, categories);
        }

        return result;
    }

    private static void Fill(ItemModel model, ItemResponseFunctionResult result, int at, int categories)
    {
        int place = at * categories;
        ItemParameters items = result.Parameters;
        for (int item = 0; item < items.Count; item++)
        {
            CurveDerivatives curve = CurveDerivatives.Of(items.Thresholds[item].Length + 1);
            ResponseCurves.LogDerivatives(model, items, item, result.Theta[at], curve);
            double information = 0;
            for (int c = 0; c < curve.Probability.Length; c++)
            {
                information += curve.Probability[c] * curve.First[c] * curve.First[c];
                result.ExpectedScore[at] += (result.LowestCategory + c) * curve.Probability[c];
                result.Probability[place++] = curve.Probability[c];
            }

            result.ItemInformation[(at * items.Count) + item] = information;
            result.TestInformation[at] += information;
        }
    }
}
