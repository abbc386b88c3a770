using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Fits the graded model to the items of a construct and scores the firms by it.</summary>
internal sealed class GradedScale(string construct, int firms, Survey survey, ScaledItems items, ConstructScoreOptions options)
{
    private const double PriorSlope = 0.5;

    // Slopes of survey items lie between about 0.5 and 4; where answers share nothing, a free slope runs off instead.
    private const double GreatestSlope = 6;
    private const double PriorThreshold = 2;

    // Sum scores draw at the addresses 0 to 999 of the seed, each construct in a substream; a scale takes a thousand of its own.
    private const int FirstDraw = 1000;

    /// <summary>Fits one rung of the ladder; the reason says why there is no fit.</summary>
    public (GradedScaleFit? Fit, ScoringReason Failure) Fit(
        ScoringModel model, Score sum, List<Note> notes, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[][] shares = [.. items.Positions.Select(survey.UnitAnswers)];
        ItemResponses answers = new(items.Responses.Items, shares);
        ItemResponseModelResult fitted;
        try
        {
            fitted = ItemResponseModel.Estimate(
                new ItemResponseSample(answers) { Weights = survey.Weights.Distinct().Take(2).Count() == 2 ? survey.Weights : null },
                OptionsOf(model), execution, cancellationToken);
        }
        catch (ArgumentException refusal)
        {
            notes.Add(new Note("model-refused", Severity.Warning, $"{Words.Spaced(model)}: {refusal.Message}"));
            return (null, ScoringReason.NotEstimable);
        }

        if (!fitted.Converged)
        {
            notes.Add(new Note("model-not-converged", Severity.Warning, $"{Words.Spaced(model)} did not converge; the next simpler model was used."));
            return (null, ScoringReason.NotConverged);
        }

        double steepest = fitted.Parameters.Slopes.Max(Math.Abs);
        if (steepest > GreatestSlope)
        {
            notes.Add(new Note("slopes-ran-away", Severity.Warning, FormattableString.Invariant(
                $"{Words.Spaced(model)}: the greatest slope is {steepest:0.#}, so that one item would carry the scale; the next simpler model was used.")));
            return (null, ScoringReason.SlopesRanAway);
        }

        GradedScaleFit scored = Score(model, fitted, shares, sum, execution, cancellationToken);
        if (!ErrorsAreBounded(scored.Latent))
        {
            notes.Add(new Note("errors-without-bound", Severity.Warning,
                $"{Words.Spaced(model)}: the items tell so little that scores have errors without bound; the next simpler model was used."));
            return (null, ScoringReason.NotEstimable);
        }

        notes.AddRange(fitted.Notes);
        return (scored, ScoringReason.SampleSize);
    }

    private GradedScaleFit Score(
        ScoringModel model, ItemResponseModelResult fitted, double[][] shares, Score sum, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ItemResponses categories = fitted.CategoriesOf(survey.Respondents);
        ScoredResponses scored = new(categories, fitted.Parameters);
        ItemResponseScoreResult likely = ItemResponseScore.Estimate(
            scored, new ItemResponseScoreOptions { Model = ItemModel.Graded, Method = ScoreMethod.Wle }, execution, cancellationToken);
        PlausibleValuesResult drawn = Methods.Psychometrics.PlausibleValues.Estimate(
            new PlausibleValuesInput(scored),
            new PlausibleValuesOptions { Model = ItemModel.Graded, LatentVariance = fitted.Population.Variances[0], Draws = options.PlausibleValues, Seed = options.Seed, FirstDraw = FirstDraw * (options.Substream + 1) },
            execution, cancellationToken);
        TrueScoreCurve curve = TrueScoreCurve.Of(fitted.Parameters, MeanShares(categories, shares, fitted));
        bool[] enough = [.. Enumerable.Range(0, survey.Respondents).Select(row => !double.IsNaN(sum.Values[survey.Firms[row]]))];
        double[] theta = Kept(likely.Score, enough);
        double[] errors = Kept(likely.StandardError, enough);
        Score score = new(
            construct,
            survey.OverRegister([.. theta.Select(curve.At)], firms),
            survey.OverRegister([.. theta.Select((value, row) => curve.SlopeAt(value) * errors[row])], firms),
            model switch
            {
                ScoringModel.EqualSlopes => "graded-equal-slopes",
                ScoringModel.PenalisedGraded => "graded-with-priors",
                _ => "graded",
            },
            [.. drawn.Draws.Select(draw => (IReadOnlyList<double>)survey.OverRegister([.. Kept(draw, enough).Select(curve.At)], firms))])
        { IsShareOfScale = items.AreShares };
        return new GradedScaleFit(score, new LatentScale(
            construct, fitted, categories, theta, errors, Kept(drawn.PosteriorMean, enough), Kept(drawn.PosteriorDeviation, enough)));
    }

    private static bool ErrorsAreBounded(LatentScale scale) =>
        scale.Theta.Zip(scale.ThetaErrors).All(firm => double.IsNaN(firm.First) || (double.IsFinite(firm.First) && double.IsFinite(firm.Second)));

    private ItemResponseModelOptions OptionsOf(ScoringModel model) => new()
    {
        Model = ItemModel.Graded,
        EqualSlopes = model == ScoringModel.EqualSlopes,
        PriorSlope = model == ScoringModel.PenalisedGraded ? PriorSlope : null,
        PriorThreshold = model == ScoringModel.PenalisedGraded ? PriorThreshold : null,
        LeastCategoryCount = options.LeastCategoryCount,
    };

    private static double[][] MeanShares(ItemResponses categories, double[][] shares, ItemResponseModelResult fitted) =>
        [.. Enumerable.Range(0, categories.Items.Count).Select(item => Enumerable.Range(0, fitted.Parameters.Thresholds[item].Length + 1)
            .Select(category => Sums.Mean([.. shares[item].Where((_, row) => categories.Answers[item][row] == category)])).ToArray())];

    private static double[] Kept(IReadOnlyList<double> values, bool[] enough) =>
        [.. values.Select((value, row) => enough[row] ? value : double.NaN)];
}
