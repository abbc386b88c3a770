namespace Karkhana.Learning;

/// <summary>Turns a specification with effects of places into one of least squares.</summary>
internal static class EstimatorPreparation
{
    private const int FewestInPlace = 2;

    /// <summary>Gives the specification as least squares; null where the term does not vary within places.</summary>
    public static SpecificationModel? Of(SpecificationModel model) => model.Estimator == SpecificationEstimator.PlaceEffects ? WithinPlaces(model) : model;

    /// <summary>Whether a variable differs among the firms of some place.</summary>
    public static bool VariesWithinPlaces(LearningVariables variables, string term, IReadOnlyList<int> rows) => rows
        .GroupBy(row => variables.Sample.Places[row], StringComparer.Ordinal)
        .Any(place => place.Key.Length > 0 && place.Select(row => variables.Of(term)[row]).Distinct().Take(2).Count() == 2);

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
