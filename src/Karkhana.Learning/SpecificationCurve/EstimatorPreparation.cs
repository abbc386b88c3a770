using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Turns a specification with another estimator into one of least squares: by weights, or by terms.</summary>
internal static class EstimatorPreparation
{
    private const int FewestInPlace = 2;

    /// <summary>Gives the specification as least squares; null where the estimator cannot be used.</summary>
    public static SpecificationModel? Of(SpecificationModel model, CancellationToken cancellationToken) => model.Estimator switch
    {
        SpecificationEstimator.EntropyBalancing => Balanced(model, cancellationToken),
        SpecificationEstimator.PlaceEffects => WithinPlaces(model),
        _ => model,
    };

    /// <summary>Whether a variable differs among the firms of some place.</summary>
    public static bool VariesWithinPlaces(LearningVariables variables, string term, IReadOnlyList<int> rows) => rows
        .GroupBy(row => variables.Sample.Places[row], StringComparer.Ordinal)
        .Any(place => place.Key.Length > 0 && place.Select(row => variables.Of(term)[row]).Distinct().Take(2).Count() == 2);

    // Balanced on what was observed: the draws of the true scores differ by less than the weights are known.
    private static SpecificationModel? Balanced(SpecificationModel model, CancellationToken cancellationToken)
    {
        string[] held = [.. model.Held.Distinct()];
        LearningVariables variables = model.Variables;
        int[] rows = LearningEquations.CompleteRows(variables, model.Equation);
        double[] Of(string name) => [.. rows.Select(row => variables.Of(name)[row])];
        string[] varying = [.. held.Where(name => Of(name).Distinct().Take(2).Count() == 2)];
        double[] status = Of(model.Term);
        if (varying.Length == 0 || !new[] { 0.0, 1.0 }.All(side => status.Count(value => value == side) >= FewestInPlace))
        {
            return null;
        }

        EntropyBalancingResult found = EntropyBalancing.Estimate(
            new TreatmentSample(new RegressionSample(Table.Of("specification", [.. varying.Select(name => Column.Of(name, Of(name)))])), status),
            new EntropyBalancingOptions { Terms = varying }, null, cancellationToken);
        if (!found.TargetsMet)
        {
            return null;
        }

        double[] weights = model.Sample.Weights.Count > 0 ? [.. model.Sample.Weights] : [.. model.Sample.Firms.Select(_ => 1.0)];
        for (int place = 0; place < found.Rows.Count; place++)
        {
            weights[rows[found.Rows[place]]] *= found.Weights[place];
        }

        return model with { Sample = model.Sample with { Weights = weights } };
    }

    // Firms that stand alone in their place say nothing within places and would each determine a coefficient.
    private static SpecificationModel? WithinPlaces(SpecificationModel model)
    {
        LearningVariables variables = model.Variables;
        IReadOnlyList<string> places = model.Sample.Places;
        int[] rows = LearningEquations.CompleteRows(variables, model.Equation);
        string[] several = [.. rows.GroupBy(row => places[row], StringComparer.Ordinal)
            .Where(place => place.Key.Length > 0 && place.Count() >= FewestInPlace).Select(place => place.Key).Order(StringComparer.Ordinal)];
        HashSet<int> kept = [.. rows.Where(row => several.Contains(places[row], StringComparer.Ordinal))];
        if (several.Length < FewestInPlace || !VariesWithinPlaces(variables, model.Term, [.. kept]))
        {
            return null;
        }

        string[] effects = [.. several.Skip(1).Select(place => $"place {place}")];
        return model with
        {
            Held = [.. model.Held, .. effects],
            Sample = model.Sample.With(
            [
                KeyValuePair.Create(SpecificationDimensions.KeptFirms, places.Select((_, row) => kept.Contains(row) ? 1 : double.NaN).ToArray()),
                .. several.Skip(1).Select(effect => KeyValuePair.Create($"place {effect}", places.Select(place => place == effect ? 1.0 : 0).ToArray())),
            ]),
        };
    }
}
