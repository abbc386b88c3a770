using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Checks of a scale against its graded model.</summary>
internal sealed class LatentChecks(
    LatentScale scale, ScoringModel model, ScaleDiagnosticsOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
{
    private const double MostApproximationError = 0.06;
    private const double MostResidual = 0.08;
    private const double LeastComparativeFit = 0.95;
    private const double ItemSignificance = 0.01;
    private const int LeastItems = 3;

    private static readonly ScaleCheckKind[] Fits =
        [ScaleCheckKind.ApproximationError, ScaleCheckKind.ResidualCorrelation, ScaleCheckKind.ComparativeFit];

    private static readonly ScaleCheckKind[] All = [ScaleCheckKind.DependentPairs, .. Fits, ScaleCheckKind.MisfittingItems, ScaleCheckKind.OddFirms];

    private readonly FittedResponses _fitted = new(scale.Responses, scale.Model.Parameters);
    private readonly double _variance = scale.Model.Population.Variances[0];

    public static IEnumerable<ScaleCheck> Without(string construct, int firms) =>
        All.Select(kind => ScaleCheck.CannotTell(construct, kind, ScaleObstacle.NoLatentModel, firms));

    public IEnumerable<ScaleCheck> Checks()
    {
        int firms = scale.Theta.Count(double.IsFinite);
        int complete = scale.Responses.Complete().Respondents;
        return
        [
            .. scale.Responses.Items.Count < LeastItems
                ? [ScaleCheck.CannotTell(scale.Construct, ScaleCheckKind.DependentPairs, ScaleObstacle.TooFewItems, firms)]
                : ScaleCheck.Try(scale.Construct, firms, [ScaleCheckKind.DependentPairs], () => [Pairs(firms)]),
            .. OfComplete(Fits, complete, () => ModelFit(complete)),
            .. OfComplete([ScaleCheckKind.MisfittingItems], complete, () => [Items(complete)]),
            .. ScaleCheck.Try(scale.Construct, firms, [ScaleCheckKind.OddFirms], () => [Firms(firms)]),
        ];
    }

    private IReadOnlyList<ScaleCheck> OfComplete(ScaleCheckKind[] kinds, int complete, Func<IReadOnlyList<ScaleCheck>> estimate) =>
        complete < options.LeastForFit
            ? [.. kinds.Select(kind => ScaleCheck.TooFew(scale.Construct, kind, complete, options.LeastForFit))]
            : ScaleCheck.Try(scale.Construct, complete, kinds, estimate);

    private ScaleCheck Pairs(int firms)
    {
        LocalDependenceResult result = LocalDependence.Estimate(
            _fitted,
            new LocalDependenceOptions { Model = ItemModel.Graded, LatentVariance = _variance, CriticalValue = options.MostDependence },
            execution, cancellationToken);
        return ScaleCheck.OfItems(
            scale.Construct, ScaleCheckKind.DependentPairs,
            result.Pairs.Where(pair => pair.Flagged).OrderByDescending(pair => Math.Abs(pair.Adjusted)).Select(pair => $"{pair.First} with {pair.Second}"),
            firms);
    }

    private ScaleCheck[] ModelFit(int complete)
    {
        LimitedInformationFitResult fit = LimitedInformationFit.Estimate(
            _fitted,
            new LimitedInformationFitOptions
            {
                Model = ItemModel.Graded,
                Statistic = scale.Model.Parameters.Thresholds.All(steps => steps.Length == 1) ? FitMoments.M2 : FitMoments.C2,
                EqualSlopes = model == ScoringModel.EqualSlopes,
                LatentVariance = _variance,
            },
            execution, cancellationToken);
        return
        [
            ScaleCheck.Of(scale.Construct, Fits[0], fit.Rmsea <= MostApproximationError, fit.Rmsea, complete) with
            {
                ConfLow = fit.RmseaLow,
                ConfHigh = fit.RmseaHigh,
            },
            ScaleCheck.Of(scale.Construct, Fits[1], fit.RootMeanSquareResidual <= MostResidual, fit.RootMeanSquareResidual, complete),
            ScaleCheck.Of(scale.Construct, Fits[2], fit.ComparativeFit >= LeastComparativeFit, fit.ComparativeFit, complete),
        ];
    }

    private ScaleCheck Items(int complete)
    {
        ItemFitResult fit = ItemFit.Estimate(
            _fitted, new ItemFitOptions { Model = ItemModel.Graded, LatentVariance = _variance, LeastExpected = 1 }, execution, cancellationToken);
        return ScaleCheck.OfItems(
            scale.Construct, ScaleCheckKind.MisfittingItems,
            fit.Items.Where((_, item) => fit.AdjustedPValue[item] < ItemSignificance), complete);
    }

    private ScaleCheck Firms(int firms)
    {
        PersonFitResult fit = PersonFit.Estimate(
            _fitted, new PersonFitOptions { Model = ItemModel.Graded, LatentVariance = _variance }, execution, cancellationToken);
        int judged = fit.PValue.Count(double.IsFinite);
        double share = fit.Flagged.Count(flag => flag) / (double)judged;
        return judged == 0
            ? ScaleCheck.CannotTell(scale.Construct, ScaleCheckKind.OddFirms, ScaleObstacle.NotEstimable, firms)
            : ScaleCheck.Of(scale.Construct, ScaleCheckKind.OddFirms, share <= options.MostOddFirms, share, judged);
    }
}
