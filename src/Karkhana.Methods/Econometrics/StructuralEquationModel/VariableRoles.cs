using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>The variables of a structural equation model and what they do in it.</summary>
/// <param name="Names">Observed variables in the order of the sample, then factors.</param>
/// <param name="Observed">The number of observed variables.</param>
/// <param name="IsEndogenous">Whether something explains the variable, or it stands in a covariance only.</param>
internal sealed record VariableRoles(IReadOnlyList<string> Names, int Observed, IReadOnlyList<bool> IsEndogenous)
{
    /// <summary>Gets the observed variables that only explain: the likelihood is conditional on them.</summary>
    public int[] Exogenous => [.. Enumerable.Range(0, Observed).Where(place => !IsEndogenous[place])];

    /// <summary>Gets the factors that nothing explains.</summary>
    public int[] ExogenousFactors => [.. Enumerable.Range(Observed, Names.Count - Observed).Where(place => !IsEndogenous[place])];

    public int PlaceOf(string name)
    {
        for (int place = 0; place < Names.Count; place++)
        {
            if (Names[place] == name)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Sorts the variables of a model and refuses what is no model.</summary>
    public static VariableRoles Of(StructuralModel model, IReadOnlyList<string> columns)
    {
        string[] factors = [.. model.Measurement.Keys];
        string? clash = factors.FirstOrDefault(columns.Contains);
        Require.That(clash is null, nameof(model), $"must give factors names that are no columns; {clash} is one");
        RequireRightSides(model.Measurement, "=~", "indicator");
        RequireRightSides(model.Regression, "~", "predictor");
        RequirePairs(model.Covariance);
        HashSet<string> used = [.. Named(model.Measurement), .. Named(model.Regression), .. model.Covariance.SelectMany(pair => pair)];
        string[] unknown = [.. used.Where(name => !columns.Contains(name) && !factors.Contains(name))];
        Require.That(unknown.Length == 0, nameof(model), $"must name columns of the sample or factors; {string.Join(", ", unknown)} are neither");
        string[] observed = [.. columns.Where(used.Contains)];
        Require.That(observed.Length >= 2, nameof(model), FormattableString.Invariant($"must use at least two columns; it used {observed.Length}"));
        HashSet<string> endogenous = [.. model.Measurement.Values.SelectMany(indicators => indicators), .. model.Regression.Keys];
        HashSet<string> predictors = [.. model.Regression.Values.SelectMany(names => names)];
        string[] all = [.. observed, .. factors];
        return new VariableRoles(
            all,
            observed.Length,
            [.. all.Select((name, place) => endogenous.Contains(name) || (place < observed.Length && !predictors.Contains(name)))]);
    }

    private static IEnumerable<string> Named(IReadOnlyDictionary<string, IReadOnlyList<string>> formulas) =>
        formulas.SelectMany(formula => formula.Value.Append(formula.Key));

    private static void RequireRightSides(IReadOnlyDictionary<string, IReadOnlyList<string>> formulas, string sign, string role)
    {
        foreach ((string left, IReadOnlyList<string> right) in formulas)
        {
            Require.That(right.Count > 0, "model", $"must give {left} {sign} at least one {role}; it gave none");
            Require.That(!right.Contains(left), "model", $"must not explain a variable by itself; it had {left}{sign}{left}");
            string? twice = right.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
            Require.That(twice is null, "model", $"must name every parameter once; {left}{sign}{twice} came twice");
        }
    }

    private static void RequirePairs(IReadOnlyList<IReadOnlyList<string>> covariances)
    {
        HashSet<(string, string)> taken = [];
        foreach (IReadOnlyList<string> pair in covariances)
        {
            Require.That(
                pair.Count == 2 && pair[0] != pair[1], "model",
                $"must list covariances as pairs of two variables; one was [{string.Join(", ", pair)}]");
            bool ordered = string.CompareOrdinal(pair[0], pair[1]) < 0;
            Require.That(
                taken.Add(ordered ? (pair[0], pair[1]) : (pair[1], pair[0])), "model",
                $"must name every parameter once; {pair[0]}~~{pair[1]} came twice");
        }
    }
}
