using Karkhana.Data.Surveys;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Items that came with the second version of the generator: a battery of the study's own on routines for ideas
/// from outside, and the attention checks of the item bank.</summary>
internal static class RoutineItems
{
    /// <summary>The construct of the battery, which no module computes with.</summary>
    public const string Construct = "absorptive_routines";

    private static readonly string[] Checks = ["C90", "E90", "X90", "A90", "M90", "J90", "P90", "S90"];

    public static Item[] All { get; } =
    [
        Routine("AR1", "Somebody in the firm has the duty to look for new ideas outside"),
        Routine("AR2", "What was seen at a fair or at another workshop is told to the others within a week"),
        Routine("AR3", "Ideas from outside are mostly forgotten before anybody tries them") with { Reverse = true },
        Routine("AR4", "A new idea is tried on one piece before it is used for all"),
        Routine("AR5", "Drawings or notes of what was tried are kept"),
        Routine("AR6", "Workers keep to the old way even when a better one was shown") with { Reverse = true },
        Routine("AR7", "What a customer reports is talked over with those who made the piece"),
        Routine("AR8", "An idea from outside is changed until it suits this workshop"),
        .. Checks.Select(Check),
    ];

    private static Item Routine(string id, string label) => new(id, "AR", Construct, "L5", 1, 5, label);

    private static Item Check(string id)
    {
        SurveyItem item = ItemBank.Default.Find(id)!.Item;
        return new Item(item.Id, item.Block, item.Construct, item.Scale, item.Minimum, item.Maximum, item.Labels["en"])
        {
            Expected = item.Expected,
        };
    }
}
