using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The values of an equation's variables among the firms used: as observed, or with draws of the true values of the
/// scores.</summary>
internal sealed class TrueScores
{
    private readonly string[] _names;
    private readonly MeasuredEquation _equation;
    private readonly ulong _seed;
    private readonly int _address;

    public TrueScores(LearningVariables variables, LearningEquation equation, int[] rows)
    {
        _names = [equation.Outcome, .. equation.Variables];
        _equation = new MeasuredEquation(
            [.. _names.Select(name => equation.Imputed.Contains(name) ? Imputed(variables, name, rows) : Measured(variables, name, rows))],
            [.. equation.Terms.Select(term => LearningEquation.Factors(term).Select(factor => Array.IndexOf(_names, factor)).ToArray())]);
        _seed = variables.Sample.Seed;
        _address = AddressOf(equation);
    }

    /// <summary>Gets a value indicating whether nothing in the equation is measured with error.</summary>
    public bool AreKnown => _equation.Variables.All(variable => variable.ErrorVariances is null);

    public Dictionary<string, double[]> Observed() => Named([.. _equation.Variables.Select(variable => variable.Observed.ToArray())]);

    public Dictionary<string, double[]> Draw(int draw) =>
        Named(TrueValueDraws.Estimate(_equation, new RandomStream(_seed, RandomPurpose.TrueScores, draw, _address)));

    /// <summary>Gives the column of a term: the variable, or the product of its factors.</summary>
    public static double[] Term(string term, Dictionary<string, double[]> values)
    {
        string[] factors = LearningEquation.Factors(term);
        return factors.Length == 1
            ? values[factors[0]]
            : [.. values[factors[0]].Zip(values[factors[1]], (first, second) => first * second)];
    }

    private static MeasuredVariable Measured(LearningVariables variables, string name, int[] rows) => new(
        name,
        [.. rows.Select(row => variables.Of(name)[row])],
        variables.ErrorVariancesOf(name) is { } errors ? [.. rows.Select(row => errors[row])] : null);

    // Not observed is observed with no precision; the value in its place is where the draws start.
    private static MeasuredVariable Imputed(LearningVariables variables, string name, int[] rows)
    {
        MeasuredVariable observed = Measured(variables, name, rows);
        double[] known = [.. observed.Observed.Where(value => !double.IsNaN(value))];
        return known.Length == rows.Length ? observed : observed with
        {
            Observed = [.. observed.Observed.Select(value => double.IsNaN(value) ? Sums.Mean(known) : value)],
            ErrorVariances = [.. observed.Observed.Select((value, row) => double.IsNaN(value) ? double.PositiveInfinity : observed.ErrorVariances?[row] ?? 0)],
        };
    }

    private Dictionary<string, double[]> Named(double[][] values) =>
        _names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    // By what is regressed on what, so that a new advantage or model moves no other draw.
    private static int AddressOf(LearningEquation equation) =>
        TextAddress.Of($"{equation.Outcome} ~ {string.Join(" + ", equation.Terms)}");
}
