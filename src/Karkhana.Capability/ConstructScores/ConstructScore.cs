using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>Scores firms on a construct by the model that their number can carry.</summary>
public static class ConstructScore
{
    private const int MostCategories = 12;

    /// <summary>Scores all firms of the register that answered.</summary>
    /// <remarks>
    /// The <see cref="SampleSizeLadder"/> names the model by the firms that can be scored; items without ordered categories,
    /// a model that does not converge or that these answers cannot carry lead to the next lower rung, and the choice says why.
    /// Sum score: <see cref="SumScore"/>. Graded model: θ by Warm's weighted likelihood with its standard error, told as the
    /// expected share of the scale T(θ) (0 to 1, as a sum score) with the error T′(θ)·se; plausible values are T of draws
    /// from the posterior. A firm that answered less than half of the items that apply to it has no score. Cost: that of the
    /// item response model. Source: framework 2.7 and A.1; Samejima 1969, doi:10.1007/BF03372160; Warm 1989,
    /// doi:10.1007/BF02294627; Lord 1980, Applications of Item Response Theory, chapter 4.
    /// </remarks>
    /// <param name="construct">The construct.</param>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="options">Model, rule, seed.</param>
    /// <param name="execution">Workers; the scores do not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The score, or null with fewer than two items that vary or fewer than three firms that answered all of
    /// them.</returns>
    public static ConstructScoreResult? Estimate(
        string construct,
        IReadOnlyList<string> firmIds,
        Survey survey,
        ConstructScoreOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(survey);
        options ??= new ConstructScoreOptions();
        ScaledItems items = ScaledItems.Of(construct, survey);
        SumScoreOptions sumOptions = new() { Seed = options.Seed, PlausibleValues = options.PlausibleValues, Substream = options.Substream };
        if (SumScore.Estimate(construct, firmIds, survey, items, sumOptions) is not { } sum)
        {
            return null;
        }

        int firms = sum.Score.Values.Count(value => !double.IsNaN(value));
        ScoringModel recommended = options.Ladder.For(firms);
        ScoringModel wanted = options.Model ?? recommended;
        ScoringReason reason = options.Model is null ? ScoringReason.SampleSize : ScoringReason.Asked;
        if (wanted != ScoringModel.SumScore && !AreOrdinal(survey, items))
        {
            (wanted, reason) = (ScoringModel.SumScore, ScoringReason.ItemsNotOrdinal);
        }

        List<Note> notes = [];
        for (; wanted != ScoringModel.SumScore; wanted--)
        {
            GradedScale scale = new(construct, firmIds.Count, survey, items, options);
            (GradedScaleFit? fit, ScoringReason failure) = scale.Fit(wanted, sum.Score, notes, execution, cancellationToken);
            if (fit is not null)
            {
                return new ConstructScoreResult(fit.Score, new ScoringChoice(firms, recommended, wanted, reason), sum.Reliability, fit.Latent, notes);
            }

            reason = failure;
        }

        return new ConstructScoreResult(
            sum.Score, new ScoringChoice(firms, recommended, ScoringModel.SumScore, reason), sum.Reliability, null, notes);
    }

    /// <summary>Says whether all items are answered on closed scales with few answers.</summary>
    internal static bool AreOrdinal(Survey survey, ScaledItems items) => items.Positions.All(item =>
        survey.Items[item].IsClosed
        && survey.Answers[item].Where(answer => !double.IsNaN(answer)).Distinct().Take(MostCategories + 1).Count() <= MostCategories);
}
