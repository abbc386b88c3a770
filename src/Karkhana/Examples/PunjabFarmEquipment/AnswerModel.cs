namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Turns normal scores into answers on the scale of an item.</summary>
internal static class AnswerModel
{
    /// <summary>Gives the answers of all makers asked.</summary>
    /// <param name="item">The item.</param>
    /// <param name="scores">A normal score for each maker asked, high meaning a high answer.</param>
    /// <returns>One answer each.</returns>
    public static double[] Answers(Item item, double[] scores) => item switch
    {
        { Scale: "Y" } => Highest(scores, item.Centre),
        { IsStepped: true } => [.. scores.Select(score => Step(item, score + item.Centre))],
        { Scale: "P" } => [.. scores.Select(score => Percent(item, score))],
        { Minimum: < 0 } => [.. scores.Select(
            score => Math.Max(item.Minimum, Math.Round(item.Centre + (item.Spread * score))))],
        _ => [.. scores.Select(score => Clamp(item, Math.Round(item.Centre * Math.Exp(item.Spread * score))))],
    };

    /// <summary>Exactly the wanted share says yes: those with the highest scores.</summary>
    private static double[] Highest(double[] scores, double share)
    {
        HashSet<int> yes = [.. Enumerable.Range(0, scores.Length)
            .OrderByDescending(i => scores[i]).ThenBy(i => i).Take((int)Math.Round(share * scores.Length))];
        return [.. scores.Select((_, i) => yes.Contains(i) ? 1.0 : 0.0)];
    }

    private static double Step(Item item, double score)
    {
        double steps = item.Maximum - item.Minimum + 1;
        return Clamp(item, item.Minimum + Math.Floor(((score / AnswerParameters.StepWidth) + 0.5) * steps));
    }

    private static double Percent(Item item, double score)
    {
        double logit = Math.Log(item.Centre / (100 - item.Centre));
        return Math.Round(100 * Sampling.Logistic(logit + (item.Spread * score)));
    }

    private static double Clamp(Item item, double answer) =>
        Math.Max(item.Minimum, double.IsNaN(item.Maximum) ? answer : Math.Min(item.Maximum, answer));
}
