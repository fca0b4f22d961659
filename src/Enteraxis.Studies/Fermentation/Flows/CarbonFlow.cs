namespace Enteraxis.Studies.Fermentation.Flows;

/// <summary>Carbon between a guild and a pool.</summary>
/// <param name="Guild">Its id.</param>
/// <param name="GuildLabel">In words.</param>
/// <param name="Pool">Id of what is eaten or made.</param>
/// <param name="PoolLabel">In words.</param>
/// <param name="Eaten">True from the pool into the guild, false from the guild into the pool.</param>
/// <param name="MillimolesCarbonPerDay">0 or more.</param>
public sealed record CarbonFlow(string Guild, string GuildLabel, string Pool, string PoolLabel, bool Eaten, double MillimolesCarbonPerDay);
