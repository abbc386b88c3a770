namespace Karkhana.Methods.Psychometrics;

/// <summary>How many parameters of an item a model estimates.</summary>
internal static class FreeItemParameters
{
    /// <summary>Gives steps, slope unless it is fixed, and guessing chance if there is one.</summary>
    public static int FreeParameters(this ItemModel model, int steps) =>
        steps + (model.HasUnitSlopes() ? 0 : 1) + (model == ItemModel.ThreeParameter ? 1 : 0);
}
