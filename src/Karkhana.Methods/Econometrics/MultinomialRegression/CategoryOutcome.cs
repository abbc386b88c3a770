using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The design of a model whose outcome is one of several categories, and the category of each row.</summary>
/// <param name="Design">The design; its outcome is the number of the category.</param>
/// <param name="Categories">The categories that come in complete rows, the base first and the others in order.</param>
/// <param name="Codes">The category of each row used.</param>
internal sealed record CategoryOutcome(DesignMatrix Design, string[] Categories, int[] Codes)
{
    public static CategoryOutcome Of(RegressionSample sample, ModelSpecification model, string? baseCategory)
    {
        string?[] texts = TermColumns.TextsOf(sample.Data, model.Outcome);
        bool numeric = sample.Data[model.Outcome] is not TextColumn;
        string[] all = [.. texts.OfType<string>().Distinct()];
        string[] ordered = numeric
            ? [.. sample.Data.Numbers(model.Outcome).Where(value => !double.IsNaN(value)).Distinct().Order().Select(value => texts[Array.IndexOf([.. sample.Data.Numbers(model.Outcome)], value)]!)]
            : [.. all.Order(StringComparer.Ordinal)];
        double[] codes = [.. texts.Select(text => text is null ? double.NaN : Array.IndexOf(ordered, text))];
        RegressionSample coded = sample with
        {
            Data = Table.Of("sample", [.. sample.Data.Columns.Select(column => column.Name == model.Outcome ? Column.Of(column.Name, codes) : column)]),
        };
        DesignMatrix design = DesignMatrix.Build(coded, model);
        int[] present = [.. design.Outcome.Select(code => (int)code).Distinct().Order()];
        string first = baseCategory ?? ordered[present[0]];
        Require.That(present.Any(code => ordered[code] == first), "baseCategory", $"must be a category of complete rows; it was \"{first}\"");
        Require.That(present.Length > 1, model.Outcome, $"must hold two categories among the complete rows; all were \"{first}\"");
        int[] order = [.. present.OrderBy(code => ordered[code] == first ? -1 : code)];
        return new CategoryOutcome(
            design, [.. order.Select(code => ordered[code])], [.. design.Outcome.Select(code => Array.IndexOf(order, (int)code))]);
    }
}
