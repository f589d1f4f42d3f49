using LeadSync;

await LeadSyncApp.Create(args).RunAsync();
