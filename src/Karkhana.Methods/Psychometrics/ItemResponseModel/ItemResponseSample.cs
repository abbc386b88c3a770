using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers to items with what is known of the respondents.</summary>
/// <param name="Responses">The answers.</param>
public sealed record ItemResponseSample(ItemResponses Responses)
{
    /// <summary>Gets the group of each respondent, or null when all belong to one.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Gets the sampling weight of each respondent, or null when all count alike.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>Gets the names of the covariates of the latent regression.</summary>
    public IReadOnlyList<string> CovariateNames { get; init; } = [];

    /// <summary>Gets the covariates, by name and then by respondent; NaN is missing.</summary>
    public IReadOnlyList<double[]> Covariates { get; init; } = [];

    /// <summary>Reads the input <c>responses</c> of a request: items; optional group, weights, covariates.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static ItemResponseSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("responses");
        IReadOnlyList<string> covariates = table.Has("covariates") ? table.ColumnsOf("covariates") : [];
        return new ItemResponseSample(ItemResponses.Read(request))
        {
            Groups = table.OptionalTexts("group"),
            Weights = table.OptionalNumbers("weights"),
            CovariateNames = covariates,
            Covariates = [.. covariates.Select(table.NumbersOf)],
        };
    }

    /// <summary>Refuses columns of other lengths and weights that are none.</summary>
    /// <returns>The same sample.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a weight is negative or not finite, or all are 0.</exception>
    internal ItemResponseSample Checked()
    {
        ArgumentNullException.ThrowIfNull(Responses);
        int rows = Responses.Respondents;
        Require.SameLength(rows, Groups?.Count ?? rows, nameof(Groups));
        Require.SameLength(rows, Weights?.Count ?? rows, nameof(Weights));
        Require.SameLength(CovariateNames.Count, Covariates.Count, nameof(Covariates));
        foreach (double[] covariate in Covariates)
        {
            Require.SameLength(rows, covariate.Length, nameof(Covariates));
        }

        CheckWeights();
        return this;
    }

    private void CheckWeights()
    {
        bool any = Weights is null;
        for (int row = 0; row < (Weights?.Count ?? 0); row++)
        {
            double weight = Weights![row];
            if (!(double.IsFinite(weight) && weight >= 0)) // the words are made only when needed
            {
                Require.That(
                    false, nameof(Weights),
                    FormattableString.Invariant($"must be finite and not negative; that of row {row + 1} was {weight}"));
            }

            any |= weight > 0;
        }

        Require.That(any, nameof(Weights), "must not all be 0");
    }
}
