using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;

namespace Karkhana.CollectiveEfficiency;

/// <summary>External economies and joint action as firms report them: totals, types, axes, level and change, with
/// intervals.</summary>
public static class CollectiveEfficiencyProfile
{
    private const string Source =
        "Schmitz 1995, doi:10.1080/00220389508422377; Schmitz & Nadvi 1999, doi:10.1016/S0305-750X(99)00072-8; Pietrobelli & Rabellotti 2006; framework 1.6";

    /// <summary>Works out the indices.</summary>
    /// <remarks>
    /// The mean m_c of construct c is the mean over the firms that answered on it, weighted by the sampling weights: levels
    /// from 0 to 3 as in <see cref="ConstructLevels"/>, changes from −2 to +2 as answered. Level:
    /// EE = mean of m over EE01 to EE14, JA = mean over JA01 to JA07, CE = (EE + JA)/2; each group of
    /// <see cref="JointActionGroup"/> the mean over its constructs. Change: each group likewise; the total is the mean over
    /// the four types. Constructs without answers are left out and named. Standard errors and percentile intervals: firms
    /// drawn with replacement, each with its weight. Assumes that firms were drawn independently within the sample; strata
    /// are not resampled apart. Cost: draws × constructs × firms. Source: Schmitz 1995, doi:10.1080/00220389508422377;
    /// Pietrobelli and Rabellotti 2006, Upgrading to Compete; framework 1.6. Agrees with: the worked example of the
    /// framework.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="respondents">Positions of the respondents that count, each once.</param>
    /// <param name="options">Draws, level and seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The indices; those without answers are NaN.</returns>
    /// <exception cref="ArgumentException">A position is not one of a respondent, or no respondent counts.</exception>
    public static CollectiveEfficiencyProfileResult Estimate(
        Survey survey, IReadOnlyList<int> respondents, CollectiveEfficiencyProfileOptions? options = null,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(respondents);
        Require.That(respondents.Count > 0, nameof(respondents), "must hold at least one respondent; it was empty");
        Require.That(
            respondents.All(respondent => respondent >= 0 && respondent < survey.Respondents), nameof(respondents),
            FormattableString.Invariant($"must lie in [0, {survey.Respondents - 1}]"));
        options ??= new CollectiveEfficiencyProfileOptions();
        ConstructMeans means = new(survey, respondents);
        IReadOnlyList<ProfileIndex> indices = ProfileIndex.All(means.Constructs);
        double[] own = means.Of([.. Enumerable.Repeat(1, means.Firms)]);
        ReplicateRows draws = ReplicateEngine.Local.Execute(
            new ProfileBootstrap(means, indices, options), execution, cancellationToken);
        return new CollectiveEfficiencyProfileResult
        {
            Rows = [.. indices.Select((index, i) => Row(index, index.Of(own), means.Answered(index.Parts), draws.Column(i), options.Confidence))],
            Notes = NotesOf(indices),
            Provenance = new Provenance(
                "collective-efficiency.profile",
                FormattableString.Invariant($"replicates = {options.Replicates}, confidence = {options.Confidence}"), Source, options.Seed),
        };
    }

    private static ProfileRow Row(ProfileIndex index, double estimate, int firms, double[] draws, double confidence)
    {
        double[] known = [.. draws.Where(value => !double.IsNaN(value)).Order()];
        bool spread = firms >= 2 && known.Length >= 2;
        double tail = (1 - confidence) / 2;
        return index.Row with
        {
            Estimate = estimate,
            Firms = firms,
            StandardError = spread ? Math.Sqrt(Sums.Variance(known)) : double.NaN,
            ConfLow = spread ? Quantiles.Type7(known, tail) : double.NaN,
            ConfHigh = spread ? Quantiles.Type7(known, 1 - tail) : double.NaN,
        };
    }

    private static Note[] NotesOf(IReadOnlyList<ProfileIndex> indices)
    {
        string[] missing = [.. indices.Where(index => index.Row.Axis == JointActionAxis.Total && index.Row.Missing.Count > 0
                && index.Row.Index is "external_economies" or "joint_action")
            .Select(index => $"{index.Row.Index} ({index.Row.Measure}): {string.Join(", ", index.Row.Missing)}")];
        return missing.Length == 0 ? [] :
        [
            new Note(
                "not-measured", Severity.Information,
                $"Without answers on a closed scale, and left out of the means: {string.Join("; ", missing)}. "
                + "Indices of studies that measured other parts do not compare."),
        ];
    }
}
