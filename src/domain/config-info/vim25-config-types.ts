/**
 * The sections of a ConfigInfo document and the small types that they share.
 *
 * One entry a type, as the vim25 API reference (release 9.0) defines it: name in XML, name in vmodl;
 * indented below them `< base type`,
 * then the type's own fields in schema order as `name:type`, `[]` for lists, `ref.X` for a reference to a managed
 * object of class X. Read by `vim25-types.ts`.
 */
export const CONFIG_TYPES = `
VirtualMachineConfigInfo vim.vm.ConfigInfo
  changeVersion:string modified:dateTime name:string guestFullName:string version:string uuid:string
  createDate:dateTime instanceUuid:string npivNodeWorldWideName:long[] npivPortWorldWideName:long[]
  npivWorldWideNameType:string npivDesiredNodeWwns:short npivDesiredPortWwns:short npivTemporaryDisabled:boolean
  npivOnNonRdmDisks:boolean locationId:string template:boolean guestId:string alternateGuestName:string
  annotation:string files:VirtualMachineFileInfo tools:ToolsConfigInfo flags:VirtualMachineFlagInfo
  consolePreferences:VirtualMachineConsolePreferences defaultPowerOps:VirtualMachineDefaultPowerOpInfo
  rebootPowerOff:boolean hardware:VirtualHardware vcpuConfig:VirtualMachineVcpuConfig[]
  cpuAllocation:ResourceAllocationInfo memoryAllocation:ResourceAllocationInfo
  latencySensitivity:LatencySensitivity memoryHotAddEnabled:boolean cpuHotAddEnabled:boolean
  cpuHotRemoveEnabled:boolean hotPlugMemoryLimit:long hotPlugMemoryIncrementSize:long
  cpuAffinity:VirtualMachineAffinityInfo memoryAffinity:VirtualMachineAffinityInfo
  networkShaper:VirtualMachineNetworkShaperInfo extraConfig:OptionValue[] cpuFeatureMask:HostCpuIdInfo[]
  datastoreUrl:VirtualMachineConfigInfoDatastoreUrlPair[] swapPlacement:string
  bootOptions:VirtualMachineBootOptions ftInfo:FaultToleranceConfigInfo repConfig:ReplicationConfigSpec
  vAppConfig:VmConfigInfo vAssertsEnabled:boolean changeTrackingEnabled:boolean firmware:string
  maxMksConnections:int guestAutoLockEnabled:boolean managedBy:ManagedByInfo
  memoryReservationLockedToMax:boolean initialOverhead:VirtualMachineConfigInfoOverheadInfo
  nestedHVEnabled:boolean vPMCEnabled:boolean scheduledHardwareUpgradeInfo:ScheduledHardwareUpgradeInfo
  forkConfigInfo:VirtualMachineForkConfigInfo vFlashCacheReservation:long vmxConfigChecksum:base64Binary
  messageBusTunnelEnabled:boolean vmStorageObjectId:string swapStorageObjectId:string keyId:CryptoKeyId
  guestIntegrityInfo:VirtualMachineGuestIntegrityInfo migrateEncryption:string sgxInfo:VirtualMachineSgxInfo
  contentLibItemInfo:VirtualMachineContentLibraryItemInfo ftEncryptionMode:string
  guestMonitoringModeInfo:VirtualMachineGuestMonitoringModeInfo sevEnabled:boolean
  numaInfo:VirtualMachineVirtualNumaInfo pmemFailoverEnabled:boolean vmxStatsCollectionEnabled:boolean
  vmOpNotificationToAppEnabled:boolean vmOpNotificationTimeout:long deviceSwap:VirtualMachineVirtualDeviceSwap
  pmem:VirtualMachineVirtualPMem deviceGroups:VirtualMachineVirtualDeviceGroups
  fixedPassthruHotPlugEnabled:boolean metroFtEnabled:boolean vmxRuntimeConfig:OptionValue[]
  metroFtHostGroup:string tdxEnabled:boolean sevSnpEnabled:boolean guestArchitecture:string
VirtualMachineFileInfo vim.vm.FileInfo
  vmPathName:string snapshotDirectory:string suspendDirectory:string logDirectory:string
  ftMetadataDirectory:string
ToolsConfigInfo vim.vm.ToolsConfigInfo
  toolsVersion:int toolsInstallType:string afterPowerOn:boolean afterResume:boolean beforeGuestStandby:boolean
  beforeGuestShutdown:boolean beforeGuestReboot:boolean toolsUpgradePolicy:string pendingCustomization:string
  customizationKeyId:CryptoKeyId syncTimeWithHostAllowed:boolean syncTimeWithHost:boolean
  lastInstallInfo:ToolsConfigInfoToolsLastInstallInfo
VirtualMachineFlagInfo vim.vm.FlagInfo
  disableAcceleration:boolean enableLogging:boolean useToe:boolean runWithDebugInfo:boolean monitorType:string
  htSharing:string snapshotDisabled:boolean snapshotLocked:boolean diskUuidEnabled:boolean
  virtualMmuUsage:string virtualExecUsage:string snapshotPowerOffBehavior:string recordReplayEnabled:boolean
  faultToleranceType:string cbrcCacheEnabled:boolean vvtdEnabled:boolean vbsEnabled:boolean
VirtualMachineConsolePreferences vim.vm.ConsolePreferences
  powerOnWhenOpened:boolean enterFullScreenOnPowerOn:boolean closeOnPowerOffOrSuspend:boolean
VirtualMachineDefaultPowerOpInfo vim.vm.DefaultPowerOpInfo
  powerOffType:string suspendType:string resetType:string defaultPowerOffType:string defaultSuspendType:string
  defaultResetType:string standbyAction:string
VirtualHardware vim.vm.VirtualHardware
  numCPU:int numCoresPerSocket:int autoCoresPerSocket:boolean memoryMB:int virtualICH7MPresent:boolean
  virtualSMCPresent:boolean device:VirtualDevice[] motherboardLayout:string simultaneousThreads:int
VirtualMachineVcpuConfig vim.vm.VcpuConfig
  latencySensitivity:LatencySensitivity
ResourceAllocationInfo vim.ResourceAllocationInfo
  reservation:long expandableReservation:boolean limit:long shares:SharesInfo overheadLimit:long
LatencySensitivity vim.LatencySensitivity
  level:string sensitivity:int
VirtualMachineAffinityInfo vim.vm.AffinityInfo
  affinitySet:int[]
VirtualMachineNetworkShaperInfo vim.vm.NetworkShaperInfo
  enabled:boolean peakBps:long averageBps:long burstSize:long
OptionValue vim.option.OptionValue
  key:string value:anyType
HostCpuIdInfo vim.host.CpuIdInfo
  level:int vendor:string eax:string ebx:string ecx:string edx:string
VirtualMachineConfigInfoDatastoreUrlPair vim.vm.ConfigInfo.DatastoreUrlPair
  name:string url:string
VirtualMachineBootOptions vim.vm.BootOptions
  bootDelay:long enterBIOSSetup:boolean efiSecureBootEnabled:boolean bootRetryEnabled:boolean
  bootRetryDelay:long bootOrder:VirtualMachineBootOptionsBootableDevice[] networkBootProtocol:string
FaultToleranceConfigInfo vim.vm.FaultToleranceConfigInfo
  role:int instanceUuids:string[] configPaths:string[] orphaned:boolean
FaultTolerancePrimaryConfigInfo vim.vm.FaultTolerancePrimaryConfigInfo
  < FaultToleranceConfigInfo
  secondaries:ref.VirtualMachine[]
FaultToleranceSecondaryConfigInfo vim.vm.FaultToleranceSecondaryConfigInfo
  < FaultToleranceConfigInfo
  primaryVM:ref.VirtualMachine
ReplicationConfigSpec vim.vm.ReplicationConfigSpec
  generation:long vmReplicationId:string destination:string port:int rpo:long quiesceGuestEnabled:boolean
  paused:boolean oppUpdatesEnabled:boolean netCompressionEnabled:boolean netEncryptionEnabled:boolean
  encryptionDestination:string additionalEncryptionDestination:string[] encryptionPort:int
  remoteCertificateThumbprint:string dataSetsReplicationEnabled:boolean useHbrProxyHttpPreamble:boolean
  disk:ReplicationInfoDiskSettings[]
VmConfigInfo vim.vApp.VmConfigInfo
  product:VAppProductInfo[] property:VAppPropertyInfo[] ipAssignment:VAppIPAssignmentInfo eula:string[]
  ovfSection:VAppOvfSectionInfo[] ovfEnvironmentTransport:string[] installBootRequired:boolean
  installBootStopDelay:int
VAppConfigInfo vim.vApp.VAppConfigInfo
  < VmConfigInfo
  entityConfig:VAppEntityConfigInfo[] annotation:string instanceUuid:string managedBy:ManagedByInfo
ManagedByInfo vim.ext.ManagedByInfo
  extensionKey:string type:string
VirtualMachineConfigInfoOverheadInfo vim.vm.ConfigInfo.OverheadInfo
  initialMemoryReservation:long initialSwapReservation:long
ScheduledHardwareUpgradeInfo vim.vm.ScheduledHardwareUpgradeInfo
  upgradePolicy:string versionKey:string scheduledHardwareUpgradeStatus:string fault:anyType
VirtualMachineForkConfigInfo vim.vm.ForkConfigInfo
  parentEnabled:boolean childForkGroupId:string parentForkGroupId:string childType:string
CryptoKeyId vim.encryption.CryptoKeyId
  keyId:string providerId:KeyProviderId
VirtualMachineGuestIntegrityInfo vim.vm.GuestIntegrityInfo
  enabled:boolean
VirtualMachineSgxInfo vim.vm.SgxInfo
  epcSize:long flcMode:string lePubKeyHash:string requireAttestation:boolean
VirtualMachineContentLibraryItemInfo vim.vm.ContentLibraryItemInfo
  contentLibraryItemUuid:string contentLibraryItemVersion:string
VirtualMachineGuestMonitoringModeInfo vim.vm.GuestMonitoringModeInfo
  gmmFile:string gmmAppliance:string
VirtualMachineVirtualNumaInfo vim.vm.VirtualNumaInfo
  coresPerNumaNode:int autoCoresPerNumaNode:boolean vnumaOnCpuHotaddExposed:boolean
VirtualMachineVirtualDeviceSwap vim.vm.VirtualDeviceSwap
  lsiToPvscsi:VirtualMachineVirtualDeviceSwapDeviceSwapInfo
VirtualMachineVirtualPMem vim.vm.VirtualPMem
  snapshotMode:string
VirtualMachineVirtualDeviceGroups vim.vm.VirtualDeviceGroups
  deviceGroup:VirtualMachineVirtualDeviceGroupsDeviceGroup[]
ToolsConfigInfoToolsLastInstallInfo vim.vm.ToolsConfigInfo.ToolsLastInstallInfo
  counter:int fault:anyType
SharesInfo vim.SharesInfo
  shares:int level:string
VirtualMachineBootOptionsBootableDevice vim.vm.BootOptions.BootableDevice
VirtualMachineBootOptionsBootableDiskDevice vim.vm.BootOptions.BootableDiskDevice
  < VirtualMachineBootOptionsBootableDevice
  deviceKey:int
VirtualMachineBootOptionsBootableEthernetDevice vim.vm.BootOptions.BootableEthernetDevice
  < VirtualMachineBootOptionsBootableDevice
  deviceKey:int
VirtualMachineBootOptionsBootableFloppyDevice vim.vm.BootOptions.BootableFloppyDevice
  < VirtualMachineBootOptionsBootableDevice
VirtualMachineBootOptionsBootableCdromDevice vim.vm.BootOptions.BootableCdromDevice
  < VirtualMachineBootOptionsBootableDevice
ReplicationInfoDiskSettings vim.vm.ReplicationConfigSpec.DiskSettings
  key:int diskReplicationId:string
VAppProductInfo vim.vApp.ProductInfo
  key:int classId:string instanceId:string name:string vendor:string version:string fullVersion:string
  vendorUrl:string productUrl:string appUrl:string
VAppPropertyInfo vim.vApp.PropertyInfo
  key:int classId:string instanceId:string id:string category:string label:string type:string
  typeReference:string userConfigurable:boolean defaultValue:string value:string description:string
VAppIPAssignmentInfo vim.vApp.IPAssignmentInfo
  supportedAllocationScheme:string[] ipAllocationPolicy:string supportedIpProtocol:string[] ipProtocol:string
VAppOvfSectionInfo vim.vApp.OvfSectionInfo
  key:int namespace:string type:string atEnvelopeLevel:boolean contents:string
VAppEntityConfigInfo vim.vApp.EntityConfigInfo
  key:ref.ManagedEntity tag:string startOrder:int startDelay:int waitingForGuest:boolean startAction:string
  stopDelay:int stopAction:string destroyWithParent:boolean
KeyProviderId vim.encryption.KeyProviderId
  id:string
VirtualMachineVirtualDeviceSwapDeviceSwapInfo vim.vm.VirtualDeviceSwap.DeviceSwapInfo
  enabled:boolean applicable:boolean status:string
VirtualMachineVirtualDeviceGroupsDeviceGroup vim.vm.VirtualDeviceGroups.DeviceGroup
  groupInstanceKey:int deviceInfo:Description
VirtualMachineVirtualDeviceGroupsVendorDeviceGroup vim.vm.VirtualDeviceGroups.VendorDeviceGroup
  < VirtualMachineVirtualDeviceGroupsDeviceGroup
  deviceGroupName:string
Description vim.Description
  label:string summary:string
ElementDescription vim.ElementDescription
  < Description
  key:string
ExtendedDescription vim.ExtendedDescription
  < Description
  messageCatalogKeyPrefix:string messageArg:KeyAnyValue[]
ExtendedElementDescription vim.ExtendedElementDescription
  < ElementDescription
  messageCatalogKeyPrefix:string messageArg:KeyAnyValue[]
StorageIOAllocationInfo vim.StorageResourceManager.IOAllocationInfo
  limit:long shares:SharesInfo reservation:int
ID vim.vslm.ID
  id:string
VirtualMachineBaseIndependentFilterSpec vim.vm.BaseIndependentFilterSpec
VirtualMachineEmptyIndependentFilterSpec vim.vm.EmptyIndependentFilterSpec
  < VirtualMachineBaseIndependentFilterSpec
VirtualMachineIndependentFilterSpec vim.vm.IndependentFilterSpec
  < VirtualMachineBaseIndependentFilterSpec
  filterName:string filterClass:string filterCapabilities:KeyValue[]
KeyAnyValue vmodl.KeyAnyValue
  key:string value:anyType
DistributedVirtualSwitchPortConnection vim.dvs.PortConnection
  switchUuid:string portgroupKey:string portKey:string connectionCookie:int
KeyValue vim.KeyValue
  key:string value:string
`;
