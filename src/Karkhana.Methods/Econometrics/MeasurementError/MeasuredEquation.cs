using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>A linear equation among variables of which some are measured with error.</summary>
public sealed record MeasuredEquation
{
    /// <summary>Initialises an equation; the constant is always in.</summary>
    /// <param name="variables">The variables; the first is the outcome.</param>
    /// <param name="terms">The terms as positions in <paramref name="variables"/>: one for a variable, two for a product.</param>
    /// <exception cref="ArgumentException">Values are missing, lengths differ, a variance is negative, a term names the outcome or a
    /// variable that is not there, or is the square of a variable measured with error.</exception>
    public MeasuredEquation(IReadOnlyList<MeasuredVariable> variables, IReadOnlyList<IReadOnlyList<int>> terms)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(terms);
        Require.That(variables.Count > 0, nameof(variables), "must hold the outcome");
        Rows = variables[0].Observed.Count;
        foreach (MeasuredVariable variable in variables)
        {
            Require.SameLength(Rows, variable.Observed.Count, variable.Name);
            Require.That(variable.Observed.All(double.IsFinite), variable.Name, "must be finite in all rows");
            Require.SameLength(Rows, variable.ErrorVariances?.Count ?? Rows, variable.Name);
            Require.That(
                variable.ErrorVariances?.All(error => error >= 0) ?? true, variable.Name, "must have error variances of zero or greater");
        }

        foreach (IReadOnlyList<int> term in terms)
        {
            Require.That(
                term.Count is 1 or 2 && term.All(factor => factor > 0 && factor < variables.Count), nameof(terms),
                "must be one or two variables other than the outcome");
            Require.That(
                term.Count == 1 || term[0] != term[1] || variables[term[0]].ErrorVariances is null, variables[term[0]].Name,
                "is measured with error; its square has no simple distribution and is not supported");
        }

        Variables = variables;
        Terms = terms;
    }

    /// <summary>Gets the variables; the first is the outcome.</summary>
    public IReadOnlyList<MeasuredVariable> Variables { get; }

    /// <summary>Gets the terms.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Terms { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }
}
