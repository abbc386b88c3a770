namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>All parameters of the generator.</summary>
internal static class ParameterTable
{
    /// <summary>Gives the text of parameters.csv.</summary>
    public static string ToCsv()
    {
        CsvText csv = new("name", "value", "unit", "status", "source");
        IReadOnlyList<Parameter>[] groups = [FirmParameters.All, TruthParameters.All, TieParameters.All, AnswerParameters.All, InterviewParameters.All, ChangeParameters.All, OfTrades(), OfItems()];
        foreach (Parameter parameter in groups.SelectMany(group => group))
        {
            csv.Row(parameter.Name, parameter.Value, parameter.Unit, Words(parameter.Status), parameter.Source);
        }

        return csv.ToString();
    }

    private static IReadOnlyList<Parameter> OfTrades()
    {
        ParameterList list = new();
        foreach ((string trade, string town, double weight) in Trades.Weights)
        {
            list.Assumed(
                $"pull_{Word(trade)}_{Word(town)}", weight, "weight",
                "direction is general knowledge, the weight is assumed");
        }

        return list.All;
    }

    private static string Word(string text) => text.ToLowerInvariant().Replace(' ', '_');

    private static IReadOnlyList<Parameter> OfItems()
    {
        ParameterList list = new();
        foreach (Item item in Codebook.Items.Where(item => item is { Complexity: 0, Expected: null }))
        {
            (string name, string unit) = item switch
            {
                { PartOf: not null } => ("share_of_staff", "share"),
                { Scale: "Y" } => ("share_of_yes", "share of firms"),
                { IsStepped: true } => ("shift", "sd"),
                { Minimum: < 0 } => ("mean", "percent"),
                _ => ("median", "units of the item"),
            };
            _ = item.Source.Length == 0
                ? list.Assumed($"item_{item.Id}_{name}", item.Centre, unit, "plausible answers; nothing published")
                : list.Elsewhere($"item_{item.Id}_{name}", item.Centre, unit, item.Source);
            if (item is { Scale: not "Y", IsStepped: false })
            {
                list.Assumed($"item_{item.Id}_spread", item.Spread, item.Scale == "P" || item.PartOf is not null ? "logits" : item.Minimum < 0 ? "percent" : "log points", "plausible answers; nothing published");
            }
        }

        return list.All;
    }

    private static string Words(ParameterStatus status) => status switch
    {
        ParameterStatus.PublishedPunjab => "published Punjab",
        ParameterStatus.PublishedElsewhere => "published elsewhere",
        _ => "assumption",
    };
}
