using System.Globalization;
using System.Text;
using Karkhana.Learning;

namespace Karkhana.Replication;

/// <summary>Writes in R what rests on the draws of an equation and is more than its coefficients: parts of mediations, balanced
/// differences.</summary>
internal sealed class FurtherText(EquationGroup group, EquationText equations, NamesInR names, bool hasPlausible)
{
    private const string Effort = "effort";
    private const string Capability = "capability";
    private const string Status = "clustered";

    private string Plausible => hasPlausible ? "plausible" : "NULL";

    /// <summary>Gives the lines; none for groups of equations alone.</summary>
    public string All()
    {
        StringBuilder text = new();
        foreach ((string name, LearningFit fit) in group.Equations)
        {
            if (group.Mediation is { } mediation)
            {
                AppendMediation(text, name, fit, mediation);
            }

            if (group.Comparison is { } comparison && fit.Equation.Name == "gap_adjusted")
            {
                AppendBalanced(text, name, fit, comparison);
            }
        }

        return text.ToString();
    }

    private void AppendMediation(StringBuilder text, string name, LearningFit fit, EffortMediationResult mediation)
    {
        string exposure = fit.Equation.Terms[0];
        bool serial = fit.Equation.Outcome != Capability;
        string[] mediators = serial ? [Effort, Capability] : [Effort];
        MediatedPart[] parts = [.. mediation.Parts.Where(part => part.Exposure == exposure && part.Form == (serial ? MediationForm.Serial : MediationForm.Simple))];
        if (parts.Length == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n# Along {string.Join(" and ", mediators)}; intervals come from random samples and are not repeated.\n");
        text.Append(CultureInfo.InvariantCulture, $"check_values({(serial ? "serial_parts" : "simple_parts")}(\n  firms, {Plausible}, \"{name}\", {Used(fit)},\n");
        text.Append(CultureInfo.InvariantCulture, $"  outcome = \"{names.Of(fit.Equation.Outcome)}\", exposure = \"{names.Of(exposure)}\", mediators = c({Quoted(mediators)}),\n");
        text.Append(CultureInfo.InvariantCulture, $"  covariates = c({Kept(fit, [exposure, .. mediators])})), c(\n");
        text.Append(string.Join(",\n", parts.Select(part => FormattableString.Invariant($"  {part.Effect} = {part.Interval.Estimate:R}")))).Append(CultureInfo.InvariantCulture, $"), \"{name}: parts\")\n");
    }

    private void AppendBalanced(StringBuilder text, string name, LearningFit fit, ClusterComparisonResult comparison)
    {
        if (comparison.Find(fit.Equation.Outcome, "all", ComparisonEstimator.EntropyBalancing) is not { Gap: not null } found)
        {
            return;
        }

        text.Append("\n# The same difference with the dispersed firms weighted so that means and squares of all covariates are those of the clustered.\n");
        text.Append(CultureInfo.InvariantCulture, $"check_values(balanced_difference(\n  firms, {Plausible}, \"{name}\", {Used(fit)},\n");
        text.Append(CultureInfo.InvariantCulture, $"  outcome = \"{names.Of(fit.Equation.Outcome)}\", status = \"{names.Of(Status)}\",\n");
        text.Append(CultureInfo.InvariantCulture, $"  covariates = c({Kept(fit, [Status])})), c(difference = {found.Estimate:R}), \"{name}: balanced\")\n");
    }

    private string Used(LearningFit fit) =>
        $"used = c({Quoted(fit.Equation.Variables.Prepend(fit.Equation.Outcome).Concat(fit.Equation.AlsoKnown).Distinct())})";

    private string Kept(LearningFit fit, string[] without)
    {
        HashSet<string> others = [.. without.Select(equations.Term)];
        return string.Join(", ", equations.Terms(fit).Where(term => !others.Contains(term)).Select(term => $"\"{term}\""));
    }

    private string Quoted(IEnumerable<string> variables) => string.Join(", ", variables.Select(variable => $"\"{names.Of(variable)}\""));
}
