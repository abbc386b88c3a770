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
            [.. _names.Select(name => new MeasuredVariable(
                name,
                [.. rows.Select(row => variables.Of(name)[row])],
                variables.ErrorVariancesOf(name) is { } errors ? [.. rows.Select(row => errors[row])] : null))],
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

    private Dictionary<string, double[]> Named(double[][] values) =>
        _names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    // By what is regressed on what, so that a new advantage or model moves no other draw.
    private static int AddressOf(LearningEquation equation) =>
        TextAddress.Of($"{equation.Outcome} ~ {string.Join(" + ", equation.Terms)}");
}
