using System.Text;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Replication;

/// <summary>Writes one equation in R, with what Karkhana found and the check.</summary>
internal sealed class EquationText(NamesInR names, bool hasPlausible)
{
    private const string Constant = "intercept";

    /// <summary>Gives the lines that repeat an equation; the result has the name of the equation.</summary>
    public string Of(string name, LearningFit fit)
    {
        LearningEquation equation = fit.Equation;
        CoefficientTable found = fit.Coefficients;
        StringBuilder text = new();
        Line(text, $"# {equation.Name}: {equation.Outcome} in {fit.Firms.Count} firms; errors {Words.Spaced(fit.Errors)}; {Draws(fit)}");
        Line(text, $"{name} <- check(repeat_equation(");
        Line(text, $"  firms, {(hasPlausible ? "plausible" : "NULL")}, \"{name}\",");
        Line(text, $"  {Formula(fit)},");
        Line(text, $"  used = {Vector(equation.Variables.Prepend(equation.Outcome))},");
        if (equation.AlsoKnown.Count > 0)
        {
            Line(text, $"  also_known = {Vector(equation.AlsoKnown)},");
        }

        string cutoff = fit.Errors == ErrorDependence.InSpace ? FormattableString.Invariant($", cutoff = {fit.Options.CutoffKilometres:R}") : "";
        Line(text, $"  errors = \"{Words.Of(fit.Errors)}\"{cutoff}), {CoefficientText.Of(found, Term)},");
        Line(text, $"  {CoefficientText.Quoted($"{name}: {equation.Outcome}")})");
        return text.ToString();
    }

    /// <summary>Gives the name of a term in R.</summary>
    public string Term(string term)
    {
        string[] factors = [.. LearningEquation.Factors(term).Select(factor => CoefficientText.Term(factor, names.Of))];
        return factors.Length == 1 ? factors[0] : $"I({factors[0]} * {factors[1]})";
    }

    /// <summary>Gives the terms of a fit without the constant, as R writes a sum.</summary>
    public IEnumerable<string> Terms(LearningFit fit) => fit.Coefficients.Terms.Where(term => term != Constant).Select(Term);

    private string Formula(LearningFit fit) => $"{names.Of(fit.Equation.Outcome)} ~ {string.Join(" + ", Terms(fit))}";

    private string Vector(IEnumerable<string> variables) => CoefficientText.Vector(variables.Distinct().Select(names.Of));

    private static string Draws(LearningFit fit) => fit.Pooled.Runs == 1
        ? "nothing measured with error"
        : FormattableString.Invariant($"{fit.Pooled.Runs} draws of the true scores");

    private static void Line(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
