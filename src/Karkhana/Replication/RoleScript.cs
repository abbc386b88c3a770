using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Replication;

/// <summary>Writes the model of who has which role in R.</summary>
internal static class RoleScript
{
    private const string Roles = "role_determinants_roles.csv";
    private const string Separator = ": ";

    private static readonly ModelScript Model = new("role_determinants", "Which firms have which role in the knowledge network");

    /// <summary>Gives the script, or why there is none.</summary>
    public static ModelScript Of(SampleTables tables, KnowledgeModels? knowledge)
    {
        if (knowledge?.Inputs is not { } inputs)
        {
            return Model with { Reason = "there is no knowledge network of surveyed firms" };
        }

        return Of(tables, inputs.Roles, inputs.Traits, knowledge.Determinants);
    }

    /// <summary>Gives the same from what the model read and found.</summary>
    public static ModelScript Of(SampleTables tables, FirmRoles roles, IReadOnlyList<string> traits, RoleDeterminantsResult result)
    {
        if (result.Pooled is null)
        {
            return Model with { Reason = string.Join(" ", result.Notes.Select(note => note.Text)) };
        }

        EquationValues values = EquationValues.Of(tables.Sample, roles, traits, result);
        tables.Add(values);
        Table? draws = tables.PlausibleValues([(Model.Name, result.Firms, values)]);
        Table known = Table.Of(
            "roles",
            Column.Of("firm", result.Firms.Select(firm => (string?)SampleTables.NumberOf(firm))),
            Column.Of("role", result.Firms.Select(firm => roles.Roles[firm])));
        string file = $"{Model.Name}.csv";
        IEnumerable<(string, Table)> files = draws is null ? [] : [(file, draws)];
        return Model.With([Call(tables.Names.Of, traits, result)], [(Roles, known), .. files], draws is null ? null : file);
    }

    private static string Call(Func<string, string> nameOf, IReadOnlyList<string> traits, RoleDeterminantsResult result)
    {
        CoefficientTable found = result.Pooled!.Coefficients;
        string NameOf(string term)
        {
            string[] parts = term.Split(Separator, 2);
            return parts[0] + Separator + CoefficientText.Term(parts[1], nameOf);
        }

        string[] others = [.. found.Terms.Select(term => term.Split(Separator, 2)[0]).Distinct()];
        return $"""
            check(repeat_odds(
              "{Model.Name}", "{Roles}", terms = {CoefficientText.Vector(traits.Where(trait => found.Find(others[0] + Separator + trait) >= 0).Select(nameOf))},
              base = "{result.Counts[0].Role}", others = {CoefficientText.Vector(others)}), {CoefficientText.Of(found, NameOf)},
              {CoefficientText.Quoted(FormattableString.Invariant($"role of {result.Firms.Count} firms, against {result.Counts[0].Role}"))})
            """;
    }
}
