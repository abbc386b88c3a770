using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>Lists the parameters of a structural equation model.</summary>
internal sealed class StructuralTerms
{
    private readonly List<StructuralTerm> _terms = [];
    private readonly VariableRoles _roles;
    private readonly StructuralModel _model;

    private StructuralTerms(VariableRoles roles, StructuralModel model) => (_roles, _model) = (roles, model);

    /// <summary>Gives the parameters in the order loadings, regressions, covariances, variances, intercepts.</summary>
    public static IReadOnlyList<StructuralTerm> Of(VariableRoles roles, StructuralModel model, StructuralEquationModelOptions options)
    {
        bool ordered = options.Estimator == StructuralEstimator.DiagonallyWeighted;
        StructuralTerms terms = new(roles, model);
        terms.AddPaths(options.Scaling == FactorScaling.Marker);
        terms.AddCovariances();
        terms.AddVariances(ordered, options.Scaling == FactorScaling.UnitVariance);
        terms.AddFactorCovariances();
        if (options.Missing == IncompleteRows.FullInformation)
        {
            terms.AddIntercepts();
        }

        return terms.Numbered();
    }

    /// <summary>Gives the place of a parameter by name, with covariances named either way round; −1 when there is
    /// none.</summary>
    public static int Find(IReadOnlyList<StructuralTerm> terms, string name)
    {
        string[] ends = name.Split("~~");
        string turned = ends.Length == 2 ? $"{ends[1]}~~{ends[0]}" : name;
        for (int place = 0; place < terms.Count; place++)
        {
            if (terms[place].Name == name || terms[place].Name == turned)
            {
                return place;
            }
        }

        return -1;
    }

    private void AddPaths(bool marker)
    {
        foreach ((string factor, IReadOnlyList<string> indicators) in _model.Measurement)
        {
            for (int k = 0; k < indicators.Count; k++)
            {
                Add($"{factor}=~{indicators[k]}", ArrowKind.Path, (indicators[k], factor), k == 0 && marker ? 1 : null, isLoading: true);
            }
        }

        foreach ((string outcome, IReadOnlyList<string> predictors) in _model.Regression)
        {
            foreach (string predictor in predictors)
            {
                Add($"{outcome}~{predictor}", ArrowKind.Path, (outcome, predictor), null);
            }
        }
    }

    private void AddCovariances()
    {
        int[] exogenous = _roles.Exogenous;
        foreach (IReadOnlyList<string> pair in _model.Covariance)
        {
            Require.That(
                !exogenous.Contains(_roles.PlaceOf(pair[0])) || !exogenous.Contains(_roles.PlaceOf(pair[1])), "model",
                $"must not list the covariance of two columns that only explain, which is that of the sample; it listed {pair[0]}~~{pair[1]}");
            Add($"{pair[0]}~~{pair[1]}", ArrowKind.Covariance, (pair[0], pair[1]), null);
        }
    }

    /// <summary>Adds variances; the only indicator of a factor has no residual, and what ordered columns leave is not
    /// free.</summary>
    private void AddVariances(bool ordered, bool unit)
    {
        HashSet<string> alone = [.. _model.Measurement.Values.Where(indicators => indicators.Count == 1).Select(indicators => indicators[0])];
        for (int place = 0; place < _roles.Names.Count; place++)
        {
            string name = _roles.Names[place];
            bool observed = place < _roles.Observed;
            if (!observed || _roles.IsEndogenous[place])
            {
                double? held = observed ? (ordered || IsOnlyOnce(name, alone) ? 0 : null) : unit ? 1 : null;
                Add($"{name}~~{name}", ArrowKind.Covariance, (name, name), held);
            }
        }
    }

    private bool IsOnlyOnce(string name, HashSet<string> alone) => alone.Contains(name)
        && _model.Measurement.Values.Count(indicators => indicators.Contains(name)) == 1 && !_model.Regression.ContainsKey(name);

    private void AddFactorCovariances()
    {
        int[] factors = _roles.ExogenousFactors;
        for (int i = 0; i < factors.Length; i++)
        {
            for (int j = i + 1; j < factors.Length; j++)
            {
                (string first, string second) = (_roles.Names[factors[i]], _roles.Names[factors[j]]);
                if (Find(_terms, $"{first}~~{second}") < 0)
                {
                    Add($"{first}~~{second}", ArrowKind.Covariance, (first, second), null);
                }
            }
        }
    }

    private void AddIntercepts()
    {
        for (int place = 0; place < _roles.Names.Count; place++)
        {
            bool observed = place < _roles.Observed;
            if (!observed || _roles.IsEndogenous[place])
            {
                Add($"{_roles.Names[place]}~1", ArrowKind.Mean, (_roles.Names[place], _roles.Names[place]), observed ? null : 0);
            }
        }
    }

    private void Add(string name, ArrowKind kind, (string To, string From) ends, double? held, bool isLoading = false)
    {
        (int to, int from) = (_roles.PlaceOf(ends.To), _roles.PlaceOf(ends.From));
        bool crossed = _terms.Exists(term => term.Arrow.Kind == kind && kind == ArrowKind.Path && (term.Arrow.To, term.Arrow.From) == (to, from));
        Require.That(!crossed, "model", $"must not have a loading and a regression between the same variables; it had {name}");
        _terms.Add(new StructuralTerm(name, new Arrow(kind, to, from, held is null ? 0 : Arrow.NoPosition, held ?? 0), isLoading));
    }

    /// <summary>Holds and joins parameters as the model asks, and numbers those that are left.</summary>
    private StructuralTerm[] Numbered()
    {
        double?[] held = [.. _terms.Select(term => term.Arrow.IsFree ? (double?)null : term.Arrow.Held)];
        foreach ((string name, double value) in _model.Fixed)
        {
            Require.That(double.IsFinite(value), "model", FormattableString.Invariant($"must hold {name} at a finite number; it was {value}"));
            held[Known(name, "fixed")] = value;
        }

        int[] leader = [.. Enumerable.Range(0, _terms.Count)];
        foreach (IReadOnlyList<string> group in _model.Equal)
        {
            Require.That(group.Count > 1, "model", "must list at least two parameters that are equal; one list was shorter");
            int[] places = [.. group.Select(name => Known(name, "equal"))];
            int heldPlace = Array.FindIndex(places, place => held[place] is not null);
            Require.That(heldPlace < 0, "model", $"must not make equal what is held at a number; {(heldPlace < 0 ? "" : group[heldPlace])} is held");
            int first = places.Min(place => leader[place]);
            foreach (int old in places.Select(place => leader[place]).ToArray())
            {
                leader = [.. leader.Select(own => own == old ? first : own)];
            }
        }

        Require.That(Array.IndexOf(held, null) >= 0, "model", "must leave at least one parameter free; all are held at numbers");
        Dictionary<int, int> positions = [];
        return [.. _terms.Select((term, place) => term with
        {
            Arrow = term.Arrow with
            {
                Position = held[place] is not null ? Arrow.NoPosition
                    : positions.TryGetValue(leader[place], out int position) ? position
                    : positions[leader[place]] = positions.Count,
                Held = held[place] ?? 0,
            },
        })];
    }

    private int Known(string name, string list)
    {
        int place = Find(_terms, name);
        Require.That(place >= 0, "model", $"must list parameters of the model under {list}; {name} is not one");
        return place;
    }
}
